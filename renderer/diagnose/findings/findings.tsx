// The findings: groups with their worst result at the left, what was found at the right. What is in order is folded.
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkGroups } from '#shared/explain/check-groups.ts'
import { byWorst, groupsOf } from '#shared/report/worst.ts'
import type { CheckResult, Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { FindingCard } from '../../ui/finding/card.tsx'
import { ResultIcon } from '../../ui/finding/result-icon.tsx'
import { say } from '../../ui/language.ts'
import classes from './findings.module.css'
import { sameFindings } from './same-findings.ts'

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('diagnose')
  const [group, setGroup] = useState<string | null>(null)
  const [result, setResult] = useState<CheckResult | null>(null)
  const ofGroup = byWorst(findings.filter((finding) => group === null || finding.group === group))
  return (
    <div className={classes.findings}>
      <nav className={classes.groups} aria-label={t('groups')}>
        <Group name={t('all')} isShown={group === null} findings={findings} choose={() => setGroup(null)} />
        {groupsOf(findings).map((name) => (
          <Group
            key={name}
            name={groupName(name)}
            isShown={group === name}
            findings={findings.filter((finding) => finding.group === name)}
            choose={() => setGroup(name)}
          />
        ))}
      </nav>
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

type GroupProps = { name: string; isShown: boolean; findings: readonly Finding[]; choose: () => void }

function Group({ name, isShown, findings, choose }: GroupProps) {
  const { t } = useTranslation('diagnose')
  const [worst] = byWorst(findings)
  const bad = (['fail', 'warn'] as const).map((result) => ({ result, count: countOf(findings, result) }))
  return (
    <UnstyledButton className={classes.group} aria-pressed={isShown} onClick={choose}>
      {worst && <ResultIcon result={worst.result} />}
      <span>{name}</span>
      <span className={classes.count}>
        {bad.map(
          ({ result, count }) =>
            count > 0 && (
              <strong key={result} data-result={result} title={t(`result_${result}`, { ns: 'finding' })}>
                {count}
              </strong>
            ),
        )}
        {findings.length}
      </span>
    </UnstyledButton>
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

const groupNames: Readonly<Record<string, Words>> = checkGroups

function groupName(group: string): string {
  const words = groupNames[group]
  return words ? say(words) : group
}
