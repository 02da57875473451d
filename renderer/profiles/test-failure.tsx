// The why card of a test: its one button changes the form, and where it can the test runs again at once.
import { useState } from 'react'
import type { Fix } from '#shared/explain/fix.ts'
import type { Profile } from '#shared/values/profile.ts'
import { loopbackStore } from '../loopback/store.ts'
import { failureOf } from '../ui/problem.ts'
import type { SessionRun } from '../ui/session-run.ts'
import { showInLog } from '../ui/show-in-log.ts'
import { TrustDialog } from '../ui/trust-dialog.tsx'
import { WhyCard } from '../ui/why-card.tsx'
import { editOf, type ProfileForm } from './edit.ts'
import { focusField } from './focus-field.ts'

export type TestFailureProps = {
  run: SessionRun
  values: ProfileForm
  change: (part: Partial<Profile>) => void
  test: (profile: Profile) => void
}

export function TestFailure({ run, values, change, test }: TestFailureProps) {
  const [isTrusting, setTrusting] = useState(false)
  const { profile } = values
  const changeAndTest = (part: Partial<Profile>) => {
    change(part)
    test({ ...profile, ...part })
  }
  const fix = async (wanted: Fix) => {
    switch (wanted.kind) {
      case 'set-security':
        return changeAndTest({ security: wanted.security, port: wanted.port })
      case 'trust-certificate':
        return setTrusting(true)
      case 'retry':
        return test(profile)
      case 'start-loopback':
        await loopbackStore.getState().configure({ isOn: true })
        return test(profile)
      default:
        return focusField(wanted)
    }
  }
  const failure = failureIn(run)
  if (!failure) return null
  const [transcriptId] = run.kind === 'done' ? run.receipt.transcripts.slice(-1) : []
  return (
    <>
      <WhyCard
        failure={failure}
        access={profile}
        onFix={(wanted) => void fix(wanted)}
        onShowInLog={transcriptId ? () => void showInLog(transcriptId, { kind: 'failure', failure }) : null}
      />
      {isTrusting && (
        <TrustDialog
          edit={editOf(values)}
          close={() => setTrusting(false)}
          trust={(pin) => {
            setTrusting(false)
            changeAndTest({ certificate: { ...profile.certificate, pin } })
          }}
        />
      )}
    </>
  )
}

function failureIn(run: SessionRun) {
  if (run.kind === 'done') return run.receipt.failure
  return run.kind === 'broken' ? failureOf(run.error) : null
}
