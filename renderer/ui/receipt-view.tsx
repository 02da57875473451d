// What became of a mail: one line a recipient, with the server's own words, and how it travelled.

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconHelpCircle, IconListSearch } from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { placeName } from '#shared/address/index.ts'
import { explainRefusal } from '#shared/explain/refusal.ts'
import type { Receipt, RecipientOutcome } from '#shared/values/receipt.ts'
import { say } from './language.ts'
import classes from './receipt-view.module.css'
import { ServerWords } from './server-words.tsx'
import { size } from './time.ts'

export type ReceiptViewProps = {
  receipt: Receipt
  /** Shows where the log has it: what was said to a recipient. Null when no session was begun. */
  onShowInLog: ((recipient: RecipientOutcome) => void) | null
}

export function ReceiptView({ receipt, onShowInLog }: ReceiptViewProps) {
  const { t } = useTranslation('outcome')
  const { outcome, recipients } = receipt
  const accepted = recipients.filter((one) => one.outcome === 'accepted').length
  const wasJudged = recipients.some(({ reply }) => reply !== null) || outcome === 'unknown'
  return (
    <section className={classes.receipt} aria-label={t('receipt')} data-outcome={outcome}>
      <h2 className={classes.head}>{t(`head-${outcome}`, { count: recipients.length, accepted })}</h2>
      {outcome === 'checked' && <p className={classes.note}>{t('checkedUpTo')}</p>}
      {wasJudged && (
        <ul className={classes.list}>
          {recipients.map((one) => (
            <RecipientLine
              key={one.address}
              one={one}
              host={receipt.server?.host}
              greeting={receipt.failure?.facts.greeting}
              isCheck={outcome === 'checked'}
              onShowInLog={onShowInLog}
            />
          ))}
        </ul>
      )}
      <Travel receipt={receipt} />
    </section>
  )
}

const icons = { accepted: IconCircleCheck, refused: IconCircleX, unknown: IconHelpCircle }

type LineProps = {
  one: RecipientOutcome
  host: string | undefined
  greeting: string | undefined
  isCheck: boolean
  onShowInLog: ReceiptViewProps['onShowInLog']
}

function RecipientLine({ one, host, greeting, isCheck, onShowInLog }: LineProps) {
  const { t } = useTranslation('outcome')
  const { address, outcome, reply, stage } = one
  const Icon = icons[outcome]
  const refusal = reply && outcome === 'refused' ? explainRefusal(reply, stage, { host, greeting }) : null
  const isPromise = isCheck && outcome === 'accepted'
  return (
    <li className={classes.line} data-outcome={outcome}>
      <Icon size={17} className={classes.icon} aria-label={isPromise ? t('checkedOk') : t(outcome)} />
      <div className={classes.what}>
        <span className={classes.address}>{address}</span>
        {reply ? <ServerWords reply={reply} /> : <span className={classes.note}>{silence(t, outcome)}</span>}
        {refusal && <span className={classes.note}>{say(refusal)}</span>}
      </div>
      {onShowInLog && (
        <Tooltip label={t('showInLog')}>
          <ActionIcon size="sm" aria-label={`${t('showInLog')}: ${address}`} onClick={() => onShowInLog(one)}>
            <IconListSearch size={15} />
          </ActionIcon>
        </Tooltip>
      )}
    </li>
  )
}

const silence = (t: TFunction<'outcome'>, outcome: RecipientOutcome['outcome']) =>
  outcome === 'unknown' ? t('noReplyUnknown') : t('noReply')

function Travel({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('outcome')
  const { server, auth, timings, bytes, messageId } = receipt
  const total = timings.total
  const facts = [
    server && placeName(server),
    server && secured(t, server.tls),
    auth && t('loggedIn', { mechanism: auth.mechanism }),
    total !== undefined && t('took', { ms: Math.round(total) }),
    bytes > 0 && size(bytes),
  ].filter((fact) => typeof fact === 'string')
  return (
    <>
      {facts.length > 0 && <p className={classes.travel}>{facts.join(' · ')}</p>}
      {messageId && (
        <p className={classes.travel}>
          {t('messageId')} <code className={classes.id}>{messageId}</code>
        </p>
      )}
    </>
  )
}

function secured(t: TFunction<'outcome'>, tls: NonNullable<Receipt['server']>['tls']): string {
  if (!tls) return t('plain')
  return t(tls.authorized ? 'encrypted' : 'unverified', { version: tls.version })
}
