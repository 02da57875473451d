// How the test of a profile goes or went: the stage it is at, a line when it works, the why card when it does not.
import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { stageTexts } from '#shared/explain/stages.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import { say } from '../ui/language.ts'
import classes from './profiles.module.css'
import { profileStore } from './store.ts'
import { TestFailure, type TestFailureProps } from './test-failure.tsx'

export function TestOutcome(props: Omit<TestFailureProps, 'run'>) {
  const { checked } = useStore(profileStore)
  if (checked.id !== props.values.profile.id || checked.run.kind === 'idle') return null
  return (
    <div className={classes.outcome} role="status">
      <Outcome run={checked.run} {...props} />
    </div>
  )
}

function Outcome({ run, ...rest }: TestFailureProps) {
  if (run.kind === 'running') {
    return (
      <p className={classes.why}>
        <Loader size={12} mr={8} />
        {say(stageTexts[run.stage].name)}
      </p>
    )
  }
  if (run.kind === 'done' && run.receipt.failure === null) return <ItWorks receipt={run.receipt} />
  return run.kind === 'idle' ? null : <TestFailure run={run} {...rest} />
}

function ItWorks({ receipt }: { receipt: Receipt }) {
  const { t } = useTranslation('profiles')
  const tls = receipt.server?.tls
  const security = tls ? t('testTls', { version: tls.version }) : t('testPlain')
  const login = receipt.auth ? t('testLogin', { mechanism: receipt.auth.mechanism }) : t('testNoLogin')
  return <p className={classes.ok}>{t('testOk', { security, login })}</p>
}
