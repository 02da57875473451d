// What the codes of a reply mean: the three digits, and the enhanced code behind them.
import { useTranslation } from 'react-i18next'
import { explainEnhancedCode } from '#shared/explain/enhanced-codes.ts'
import { explainReplyCode } from '#shared/explain/reply-codes.ts'
import type { Reply } from '#shared/values/reply.ts'
import { say } from './language.ts'
import classes from './reply-codes.module.css'

/** `command`: what the reply answers, where that is known: `RCPT`, `DOT` for the end of the mail. */
export function ReplyCodes({ reply, command }: { reply: Reply; command: string | null }) {
  const { t } = useTranslation('outcome')
  const enhanced = reply.enhanced === null ? null : explainEnhancedCode(reply.enhanced)
  return (
    <dl className={classes.codes} aria-label={t('codes')}>
      <dt>{reply.code}</dt>
      <dd>{say(explainReplyCode(reply.code, command).text)}</dd>
      {enhanced && (
        <>
          <dt>{reply.enhanced}</dt>
          <dd>{say(enhanced.text)}</dd>
        </>
      )}
    </dl>
  )
}
