// One finding: what was asked, what was found, what helps, and the line of the log that proves it.
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/values/report.ts'
import { say } from '../../ui/language.ts'
import { ReferenceLinks } from '../../ui/reference-links.tsx'
import { showInLog } from '../../ui/show-in-log.ts'
import classes from './findings.module.css'
import { ResultIcon } from './result-icon.tsx'

export function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTranslation('diagnose')
  const [evidence] = finding.evidence
  return (
    <article className={classes.card} data-result={finding.result}>
      <ResultIcon result={finding.result} />
      <div>
        <h2>
          {say(finding.name)} <code>{finding.id}</code>
        </h2>
        <p>{say(finding.summary)}</p>
        {finding.advice && (
          <p className={classes.advice}>
            <strong>{t('advice')}:</strong> {say(finding.advice)}
          </p>
        )}
        <p className={classes.foot}>
          <span>{t('endpoint', { endpoint: finding.endpoint })}</span>
          <ReferenceLinks reference={finding.reference} />
          {evidence && (
            <Anchor
              component="button"
              fz="xs"
              onClick={() => void showInLog(evidence.session, { kind: 'entry', index: evidence.entry })}
            >
              {t('evidence')}
            </Anchor>
          )}
        </p>
      </div>
    </article>
  )
}
