// The groups of findings, each with its worst result; while a diagnosis runs, those that it has not reached yet as well.
import { UnstyledButton } from '@mantine/core'
import { IconCircleDotted } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { checkGroups } from '#shared/explain/check-groups.ts'
import { byWorst, groupsOf } from '#shared/report/worst.ts'
import type { Finding } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { ResultIcon } from '../../ui/finding/result-icon.tsx'
import { say } from '../../ui/language.ts'
import classes from './findings.module.css'

type GroupsProps = {
  findings: readonly Finding[]
  /** That are to come, in their order; none when nothing runs. */
  due: readonly string[]
  /** Null for all of them. */
  shown: string | null
  show: (group: string | null) => void
}

export function Groups({ findings, due, shown, show }: GroupsProps) {
  const { t } = useTranslation('diagnose')
  const names = [...new Set([...due, ...groupsOf(findings)])]
  return (
    <nav className={classes.groups} aria-label={t('groups')}>
      <Group name={t('all')} isShown={shown === null} findings={findings} choose={() => show(null)} />
      {names.map((name) => (
        <Group
          key={name}
          name={groupName(name)}
          isShown={shown === name}
          findings={findings.filter((finding) => finding.group === name)}
          choose={() => show(name)}
        />
      ))}
    </nav>
  )
}

type GroupProps = { name: string; isShown: boolean; findings: readonly Finding[]; choose: () => void }

function Group({ name, isShown, findings, choose }: GroupProps) {
  const { t } = useTranslation('finding')
  const [worst] = byWorst(findings)
  const bad = (['fail', 'warn'] as const).map((result) => ({
    result,
    count: findings.filter((finding) => finding.result === result).length,
  }))
  if (worst === undefined) return <Pending name={name} />
  return (
    <UnstyledButton className={classes.group} aria-pressed={isShown} onClick={choose}>
      <ResultIcon result={worst.result} />
      <span>{name}</span>
      <span className={classes.count}>
        {bad.map(
          ({ result, count }) =>
            count > 0 && (
              <strong key={result} data-result={result} title={t(`result_${result}`)}>
                {count}
              </strong>
            ),
        )}
        {findings.length}
      </span>
    </UnstyledButton>
  )
}

function Pending({ name }: { name: string }) {
  const { t } = useTranslation('diagnose')
  return (
    <p className={classes.pending} title={t('pending')}>
      <IconCircleDotted size={17} aria-label={t('pending')} />
      <span>{name}</span>
    </p>
  )
}

const groupNames: Readonly<Record<string, Words>> = checkGroups

function groupName(group: string): string {
  const words = groupNames[group]
  return words ? say(words) : group
}
