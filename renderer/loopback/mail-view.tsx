// One received mail: who and when, then HTML, text, headers, source or attachments.
import { ActionIcon, Anchor, Tabs, Tooltip } from '@mantine/core'
import { IconDownload, IconTerminal2, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenedMail, ReceivedMail } from '#shared/values/received-mail.ts'
import { api } from '../channel/api.ts'
import { useActions } from '../frame/actions.ts'
import { go } from '../frame/route.ts'
import { saveFile } from '../ui/save-file.ts'
import { showInLog } from '../ui/show-in-log.ts'
import { shortTime, size } from '../ui/time.ts'
import { inboxStore } from './inbox-store.ts'
import { MailParts } from './mail-parts.tsx'
import { MailSource } from './mail-source.tsx'
import classes from './mail-view.module.css'
import { VerifyView } from './verify/verify-view.tsx'

const views = ['html', 'text', 'headers', 'source', 'parts', 'verify'] as const
type View = (typeof views)[number]

export function MailView({ opened }: { opened: OpenedMail }) {
  const { t } = useTranslation('loopback')
  const [view, setView] = useState<View>(opened.html === null ? 'text' : 'html')
  useActions([{ id: 'verify-mail', label: t('verify'), keys: null, run: () => setView('verify') }])
  return (
    <article className={classes.view}>
      <MailHead mail={opened.mail} />
      <Tabs value={view} onChange={(chosen) => setView(views.find((name) => name === chosen) ?? 'html')}>
        <Tabs.List>
          {views.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`view_${name}`)}
              {name === 'parts' && opened.parts.length > 0 && ` (${opened.parts.length})`}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div className={classes.content}>
        <Content view={view} opened={opened} />
      </div>
    </article>
  )
}

function Content({ view, opened }: { view: View; opened: OpenedMail }) {
  const { t } = useTranslation('loopback')
  const { id } = opened.mail
  switch (view) {
    case 'html':
      if (opened.html === null) return <p className={classes.none}>{t('noHtml')}</p>
      return (
        <>
          <p className={classes.sandboxed}>{t('sandboxed')}</p>
          <iframe
            className={classes.frame}
            title={t('mailFrame')}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            src={`/mail-view/${encodeURIComponent(id)}`}
          />
        </>
      )
    case 'text':
      return opened.text === null ? (
        <p className={classes.none}>{t('noText')}</p>
      ) : (
        <pre className={classes.text}>{opened.text}</pre>
      )
    case 'headers':
      return <Headers headers={opened.headers} />
    case 'source':
      return <MailSource id={id} />
    case 'parts':
      return <MailParts id={id} parts={opened.parts} />
    case 'verify':
      return <VerifyView mail={opened.mail} />
  }
}

function Headers({ headers }: Pick<OpenedMail, 'headers'>) {
  return (
    <dl className={classes.headers}>
      {headers.map(({ name, value }, index) => (
        <div key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function MailHead({ mail }: { mail: ReceivedMail }) {
  const { t } = useTranslation('loopback')
  const how = [
    mail.isTls ? t('overTls') : t('overPlain'),
    mail.user && t('asUser', { user: mail.user }),
    size(mail.size),
  ]
  const saveEml = async () => saveFile(`${mail.id}.eml`, await api.inbox.raw({ id: mail.id }), 'message/rfc822')
  const remove = async () => {
    await inboxStore.getState().remove([mail.id])
    go('loopback')
  }
  return (
    <header className={classes.mailHead}>
      <div className={classes.mailTitle}>
        <h2>{mail.subject || t('noSubject')}</h2>
        <Tool label={t('saveEml')} onClick={() => void saveEml()}>
          <IconDownload size={16} />
        </Tool>
        <Tool label={t('remove', { ns: 'ui' })} onClick={() => void remove()}>
          <IconTrash size={16} />
        </Tool>
      </div>
      <p className={classes.mailFacts}>
        <strong>{mail.from || t('nullSender')}</strong>
        <span>{[shortTime(mail.receivedAt), ...how].filter(Boolean).join(' · ')}</span>
      </p>
      <p className={classes.envelope}>
        <span>
          {t('envelopeFrom')} <code>{`<${mail.envelopeFrom}>`}</code>
        </span>
        <span>
          {t('envelopeTo')} <code>{mail.envelopeTo.map((address) => `<${address}>`).join(' ')}</code>
        </span>
        {mail.transcriptId && <SessionLink transcriptId={mail.transcriptId} />}
      </p>
    </header>
  )
}

function SessionLink({ transcriptId }: { transcriptId: string }) {
  const { t } = useTranslation('loopback')
  return (
    <Anchor component="button" fz="xs" onClick={() => void showInLog(transcriptId, { kind: 'session' })}>
      <IconTerminal2 size={13} className={classes.inlineIcon} aria-hidden /> {t('session')}
    </Anchor>
  )
}

type ToolProps = { label: string; onClick: () => void; children: React.ReactNode }

function Tool({ label, onClick, children }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
