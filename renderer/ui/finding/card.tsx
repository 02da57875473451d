// One finding: what was asked, what was found, what helps; and each place it was found at, with the line of the log that proves it.
import { Anchor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Finding } from '#shared/values/report.ts'
import { say } from '../language.ts'
import { ReferenceLinks } from '../reference-links.tsx'
import classes from './finding.module.css'
import { ResultIcon } from './result-icon.tsx'
import { showProof } from './show-proof.ts'

export function FindingCard({ same }: { same: readonly [Finding, ...Finding[]] }) {
  const { t } = useTranslation('finding')
  const [{ id, name, result, summary, advice, reference }] = same
  return (
    <article className={classes.card} data-result={result}>
      <ResultIcon result={result} />
      <div>
        <h2>
          {say(name)} <code>{id}</code>
        </h2>
        <p>{say(summary)}</p>
        {advice && (
          <p className={classes.advice}>
            <strong>{t('advice')}:</strong> {say(advice)}
          </p>
        )}
        <p className={classes.foot}>
          {same.map((finding) => (
            <Place key={finding.endpoint} finding={finding} />
          ))}
          <ReferenceLinks reference={reference} />
        </p>
      </div>
    </article>
  )
}

function Place({ finding: { endpoint, evidence } }: { finding: Finding }) {
  const { t } = useTranslation('finding')
  const [first] = evidence
  return (
    <span>
      {t('endpoint', { endpoint })}
      {first && (
        <Anchor
          component="button"
          fz="xs"
          ml={8}
          aria-label={t('evidenceAt', { endpoint })}
          onClick={() => void showProof(first)}
        >
          {t('evidence')}
        </Anchor>
      )}
    </span>
  )
}
