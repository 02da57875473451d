// The findings: groups with their worst level at the left, what was found at the right.
import { Anchor, UnstyledButton } from '@mantine/core'
import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconHelpCircle,
  IconInfoCircle,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { checkGroups } from '#shared/explain/check-groups.ts'
import type { CheckResult, Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { say } from '../ui/language.ts'
import { ReferenceLinks } from '../ui/reference-links.tsx'
import { showInLog } from '../ui/show-in-log.ts'
import classes from './findings.module.css'
import { byWorst, groupsOf } from './worst.ts'

const icons = {
  pass: IconCircleCheck,
  info: IconInfoCircle,
  warn: IconAlertTriangle,
  fail: IconCircleX,
  indeterminate: IconHelpCircle,
  skipped: IconCircleDashed,
} satisfies Record<CheckResult, unknown>

export function Findings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useTranslation('diagnose')
  const [group, setGroup] = useState<string | null>(null)
  const shown = byWorst(findings.filter((finding) => group === null || finding.group === group))
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
      <ul className={classes.list}>
        {shown.map((finding) => (
          <li key={`${finding.id} ${finding.endpoint}`}>
            <FindingCard finding={finding} />
          </li>
        ))}
      </ul>
    </div>
  )
}

type GroupProps = { name: string; isShown: boolean; findings: readonly Finding[]; choose: () => void }

function Group({ name, isShown, findings, choose }: GroupProps) {
  const [worst] = byWorst(findings)
  return (
    <UnstyledButton className={classes.group} aria-pressed={isShown} onClick={choose}>
      {worst && <ResultIcon result={worst.result} />}
      <span>{name}</span>
      <span className={classes.count}>{findings.length}</span>
    </UnstyledButton>
  )
}

function FindingCard({ finding }: { finding: Finding }) {
  const { t } = useTranslation('diagnose')
  const [evidence] = finding.evidence
  return (
    <article className={classes.card} data-result={finding.result}>
      <ResultIcon result={finding.result} />
      <div>
        <h3>
          {say(finding.name)} <code>{finding.id}</code>
        </h3>
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

function ResultIcon({ result }: { result: CheckResult }) {
  const { t } = useTranslation('diagnose')
  const Icon = icons[result]
  return <Icon size={17} className={classes.icon} data-result={result} aria-label={t(`result_${result}`)} />
}

const groupNames: Readonly<Record<string, Words>> = checkGroups

function groupName(group: string): string {
  const words = groupNames[group]
  return words ? say(words) : group
}
