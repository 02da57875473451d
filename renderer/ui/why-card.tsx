// Why it failed: the stage, the server's own words, what its codes mean, whose side it is on, and one button that helps.
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconListSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { explainFailure } from '#shared/explain/failures.ts'
import type { Fix, FixableAccess } from '#shared/explain/fix.ts'
import { fixFor } from '#shared/explain/fixes.ts'
import { stageTexts } from '#shared/explain/stages.ts'
import type { Failure } from '#shared/values/failure.ts'
import { language, say } from './language.ts'
import { ReferenceLinks } from './reference-links.tsx'
import { ReplyCodes } from './reply-codes.tsx'
import { ServerWords } from './server-words.tsx'
import classes from './why-card.module.css'

export type WhyCardProps = {
  failure: Failure
  /** The profile it happened with, as far as a fix depends on it; null when there was none. */
  access: FixableAccess | null
  onFix(fix: Fix): void
  /** Null when no session was begun. */
  onShowInLog: (() => void) | null
  /** While the fix is being done. */
  isFixing?: boolean
}

const noAccess: FixableAccess = { route: 'mx', port: 25, security: 'starttls-if-offered' }

export function WhyCard({ failure, access, onFix, onShowInLog, isFixing = false }: WhyCardProps) {
  const { t } = useTranslation('outcome')
  const { title, happened, advice, side, retry, rfc } = explainFailure(failure, language())
  const fix = fixFor(failure, access ?? noAccess)
  return (
    <section
      className={classes.card}
      aria-label={t('why')}
      data-kind={failure.kind}
      data-stopped={failure.kind === 'stopped' || undefined}
    >
      <h2 className={classes.title}>
        <IconAlertTriangle size={18} aria-hidden /> {title}
      </h2>
      <p className={classes.where}>
        <span className={classes.stage}>{t('at', { stage: say(stageTexts[failure.stage].name) })}</span>
        {` · ${[side, retry].filter((part) => part !== null).join(' · ')}`}
      </p>
      <p className={classes.text}>{happened}</p>
      {failure.reply && (
        <figure className={classes.said}>
          <figcaption className={classes.label}>{t('serverSaid')}</figcaption>
          <ServerWords reply={failure.reply} />
          <ReplyCodes reply={failure.reply} command={commandOf(failure)} />
        </figure>
      )}
      <p className={classes.text}>
        <strong className={classes.label}>{t('whatHelps')}</strong>
        {advice}
      </p>
      <div className={classes.foot}>
        {fix && (
          <Button loading={isFixing} onClick={() => onFix(fix)}>
            {say(fix.label)}
          </Button>
        )}
        {onShowInLog && (
          <Button variant="default" leftSection={<IconListSearch size={14} />} onClick={onShowInLog}>
            {t('showInLog')}
          </Button>
        )}
        {rfc && <ReferenceLinks reference={rfc} />}
      </div>
    </section>
  )
}

/** The command that the reply answers, as shared/explain names it. */
function commandOf({ stage, facts }: Failure): string | null {
  const byStage: Partial<Record<Failure['stage'], string>> = { greeting: 'GREETING', data: 'DOT' }
  return facts.command ?? byStage[stage] ?? stage.toUpperCase()
}
