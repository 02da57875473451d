// The findings that are not as before, the gravest change first; what is only told otherwise is folded.
import { IconArrowRight } from '@tabler/icons-react'
import { type ChangeKind, changeKinds, type FindingChange } from '#shared/report/compare.ts'
import { changeHeadings } from '#shared/report/words.ts'
import type { CheckResult, Finding } from '#shared/values/report.ts'
import { ResultIcon } from '../../ui/finding/result-icon.tsx'
import { say } from '../../ui/language.ts'
import styles from './comparison.module.css'

const folded: ReadonlySet<ChangeKind> = new Set(['reworded', 'asked-once'])

export function ChangedFindings({ changes }: { changes: readonly FindingChange[] }) {
  return changeKinds.map((kind) => {
    const ofKind = changes.filter((change) => change.kind === kind)
    if (ofKind.length === 0) return null
    const heading = `${say(changeHeadings[kind])} (${ofKind.length})`
    return folded.has(kind) ? (
      <details key={kind} className={styles.fold}>
        <summary>{heading}</summary>
        <Changes changes={ofKind} />
      </details>
    ) : (
      <section key={kind} aria-label={say(changeHeadings[kind])}>
        <h3 className={styles.kind}>{heading}</h3>
        <Changes changes={ofKind} />
      </section>
    )
  })
}

function Changes({ changes }: { changes: readonly FindingChange[] }) {
  return (
    <ul className={styles.changes}>
      {changes.map(({ before, after }) => {
        const finding = after ?? before
        return (
          finding && (
            <Change key={`${finding.id} ${finding.endpoint}`} finding={finding} before={before} after={after} />
          )
        )
      })}
    </ul>
  )
}

type ChangeProps = { finding: Finding; before: Finding | null; after: Finding | null }

function Change({ finding, before, after }: ChangeProps) {
  return (
    <li>
      <span className={styles.step}>
        <Result result={before?.result} />
        <IconArrowRight size={13} aria-hidden />
        <Result result={after?.result} />
      </span>
      <div>
        <h4>
          {say(finding.name)} <code>{finding.id}</code> <span>{finding.endpoint}</span>
        </h4>
        {before && <p data-gone>{say(before.summary)}</p>}
        {after && <p>{say(after.summary)}</p>}
      </div>
    </li>
  )
}

function Result({ result }: { result: CheckResult | undefined }) {
  return result === undefined ? <span className={styles.nothing}>–</span> : <ResultIcon result={result} />
}
