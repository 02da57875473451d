// The findings: groups with their worst result at the left, what was found at the right. What is in order is folded.
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { byWorst } from '#shared/report/worst.ts'
import type { CheckResult, Finding } from '#shared/values/report.ts'
import { FindingCard } from '../../ui/finding/card.tsx'
import classes from './findings.module.css'
import { Groups } from './groups.tsx'
import { sameFindings } from './same-findings.ts'

type FindingsProps = { findings: readonly Finding[]; due: readonly string[] }

export function Findings({ findings, due }: FindingsProps) {
  const [group, setGroup] = useState<string | null>(null)
  const [result, setResult] = useState<CheckResult | null>(null)
  const ofGroup = byWorst(findings.filter((finding) => group === null || finding.group === group))
  return (
    <div className={classes.findings}>
      <Groups findings={findings} due={due} shown={group} show={setGroup} />
      <div className={classes.right}>
        <Filter findings={ofGroup} result={result} choose={setResult} />
        {result === null ? (
          <Ordered findings={ofGroup} />
        ) : (
          <Cards findings={ofGroup.filter((finding) => finding.result === result)} />
        )}
      </div>
    </div>
  )
}

type FilterProps = {
  findings: readonly Finding[]
  result: CheckResult | null
  choose: (result: CheckResult | null) => void
}

function Filter({ findings, result, choose }: FilterProps) {
  const { t } = useTranslation('diagnose')
  const counts = filterOrder.map((each) => ({ result: each, count: countOf(findings, each) }))
  return (
    <fieldset className={classes.filter} aria-label={t('filter')}>
      <UnstyledButton aria-pressed={result === null} onClick={() => choose(null)}>
        {t('everyResult')}
      </UnstyledButton>
      {counts.map(
        ({ result: each, count }) =>
          (count > 0 || each === result) && (
            <UnstyledButton key={each} aria-pressed={each === result} onClick={() => choose(each)}>
              {`${t(`result_${each}`, { ns: 'finding' })} (${count})`}
            </UnstyledButton>
          ),
      )}
    </fieldset>
  )
}

/** What needs nobody's eye is there, but folded. */
function Ordered({ findings }: { findings: readonly Finding[] }) {
  return (
    <>
      <Cards findings={findings.filter(({ result }) => result !== 'pass' && result !== 'skipped')} />
      {(['pass', 'skipped'] as const).map((result) => (
        <Fold key={result} result={result} findings={findings.filter((finding) => finding.result === result)} />
      ))}
    </>
  )
}

function Fold({ result, findings }: { result: CheckResult; findings: readonly Finding[] }) {
  const { t } = useTranslation('diagnose')
  const [isOpen, setOpen] = useState(false)
  if (findings.length === 0) return null
  return (
    <details className={classes.fold} open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{`${t(`result_${result}`, { ns: 'finding' })} (${findings.length})`}</summary>
      {isOpen && <Cards findings={findings} />}
    </details>
  )
}

function Cards({ findings }: { findings: readonly Finding[] }) {
  return (
    <ul className={classes.list}>
      {sameFindings(findings).map((same) => (
        <li key={`${same[0].id} ${same[0].endpoint}`}>
          <FindingCard same={same} />
        </li>
      ))}
    </ul>
  )
}

/** The worst first. */
const filterOrder = [
  'fail',
  'warn',
  'indeterminate',
  'info',
  'pass',
  'skipped',
] as const satisfies readonly CheckResult[]

const countOf = (findings: readonly Finding[], result: CheckResult): number =>
  findings.filter((finding) => finding.result === result).length
