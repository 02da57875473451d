// The picture: a letter that looks out of its envelope. The servers read the envelope, people read the letter.
import { useTranslation } from 'react-i18next'
import type { Draft, Envelope } from '#shared/values/draft.ts'
import type { Difference } from './envelope-of.ts'
import classes from './letter-and-envelope.module.css'
import { readToken } from './recipients.ts'

type Props = { draft: Draft; envelope: Envelope; difference: Difference }

const mostShown = 4

export function LetterAndEnvelope({ draft, envelope, difference }: Props) {
  const { t } = useTranslation('compose')
  const isCut = (list: readonly string[]) => list.some((text) => difference.missing.includes(readToken(text).address))
  return (
    <figure className={classes.picture}>
      <div className={classes.letter}>
        <figcaption className={classes.caption}>{t('theLetter')}</figcaption>
        <HeaderLine name="From" value={draft.from} isOther={difference.isSenderOther} />
        <HeaderLine name="To" value={draft.to.join(', ')} isOther={isCut(draft.to)} />
        {draft.cc.length > 0 && <HeaderLine name="Cc" value={draft.cc.join(', ')} isOther={isCut(draft.cc)} />}
        <HeaderLine name="Subject" value={draft.subject} isOther={false} />
      </div>
      <div className={classes.envelope}>
        <svg className={classes.flap} viewBox="0 0 300 34" preserveAspectRatio="none" aria-hidden>
          <path d="M0 0 L150 30 L300 0" />
        </svg>
        <figcaption className={classes.caption}>{t('theEnvelope')}</figcaption>
        <code className={classes.command} data-other={difference.isSenderOther || undefined}>
          MAIL FROM:&lt;<b>{envelope.from}</b>&gt;
        </code>
        {envelope.to.slice(0, mostShown).map((address) => (
          <code key={address} className={classes.command} data-other={difference.added.includes(address) || undefined}>
            RCPT TO:&lt;<b>{address}</b>&gt;
          </code>
        ))}
        {envelope.to.length > mostShown && (
          <span className={classes.rest}>{t('andMore', { count: envelope.to.length - mostShown })}</span>
        )}
        {envelope.to.length === 0 && <span className={classes.rest}>{t('nobody')}</span>}
      </div>
    </figure>
  )
}

function HeaderLine({ name, value, isOther }: { name: string; value: string; isOther: boolean }) {
  return (
    <p className={classes.header} data-other={isOther || undefined}>
      <span>{name}:</span> {value}
    </p>
  )
}
