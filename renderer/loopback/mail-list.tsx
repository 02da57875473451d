// The mails of the inbox, newest first; only those in view are drawn.
import { Button, UnstyledButton } from '@mantine/core'
import { IconLock, IconPaperclip } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { ReceivedMail } from '#shared/values/received-mail.ts'
import { go } from '../frame/route.ts'
import { shortTime } from '../ui/time.ts'
import { inboxStore } from './inbox-store.ts'
import classes from './mail-list.module.css'

export function MailList() {
  const { t } = useTranslation('loopback')
  const { mails, total, opened, readOlder } = useStore(inboxStore)
  const scroller = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: mails.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 58,
    overscan: 12,
  })
  return (
    <div ref={scroller} className={classes.mails}>
      <ul className={classes.list} style={{ height: rows.getTotalSize() }} aria-label={t('inbox')}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const mail = mails[index]
          return (
            mail && (
              <li key={mail.id} className={classes.mailRow} style={{ transform: `translateY(${start}px)` }}>
                <MailRow mail={mail} isOpen={mail.id === opened?.mail.id} />
              </li>
            )
          )
        })}
      </ul>
      {mails.length < total && (
        <Button fullWidth variant="subtle" onClick={() => void readOlder()}>
          {t('older')}
        </Button>
      )}
    </div>
  )
}

function MailRow({ mail, isOpen }: { mail: ReceivedMail; isOpen: boolean }) {
  const { t } = useTranslation('loopback')
  return (
    <UnstyledButton
      className={classes.mail}
      data-unread={!mail.isRead || undefined}
      aria-current={isOpen || undefined}
      onClick={() => go('loopback', mail.id)}
      onKeyDown={(event) => event.key === 'Delete' && void inboxStore.getState().remove([mail.id])}
    >
      <span className={classes.mailTop}>
        {!mail.isRead && <span className={classes.unread} role="img" aria-label={t('unread')} />}
        <span className={classes.mailFrom}>{mail.from || mail.envelopeFrom || t('nullSender')}</span>
        <time className={classes.mailTime}>{shortTime(mail.receivedAt)}</time>
      </span>
      <span className={classes.mailBottom}>
        <span className={classes.mailSubject}>{mail.subject || t('noSubject')}</span>
        {mail.attachmentCount > 0 && (
          <IconPaperclip size={13} aria-label={t('attachments', { count: mail.attachmentCount })} />
        )}
        {mail.isTls && <IconLock size={12} className={classes.secure} aria-label={t('overTls')} />}
      </span>
    </UnstyledButton>
  )
}
