// A line of which the log shows only a part: the line itself, when a person asks for it. Nothing of it is kept.
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { saidInLogin } from '#shared/explain/said-in-login.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { api } from '../channel/api.ts'
import { octetsOf } from './hex-dump.ts'
import classes from './side-panel.module.css'

type Situation = { kind: 'hidden' } | { kind: 'shown'; line: string } | { kind: 'forgotten' }

/** Whether the octets of the wire were others than the log has. */
export const hidesSomething = (entry: Entry): boolean => entry.kind === 'line' && octetsOf(entry).length !== entry.bytes

export function HiddenLine({ id, index }: { id: string; index: number }) {
  const { t } = useTranslation('transcript')
  const [situation, setSituation] = useState<Situation>({ kind: 'hidden' })
  const show = async () => {
    const line = await api.transcripts.hidden({ id, index })
    setSituation(line === null ? { kind: 'forgotten' } : { kind: 'shown', line })
  }
  if (situation.kind === 'forgotten') return <p className={classes.hint}>{t('hiddenForgotten')}</p>
  if (situation.kind === 'hidden')
    return (
      <Button size="compact-xs" variant="default" mt={8} onClick={() => void show()}>
        {t('hiddenShow')}
      </Button>
    )
  const said = saidInLogin(situation.line)
  return (
    <>
      <p className={classes.text}>{t('hiddenLine')}</p>
      <pre className={classes.quote}>{visible(situation.line)}</pre>
      {said !== null && (
        <>
          <p className={classes.text}>{t('hiddenSaid')}</p>
          <pre className={classes.quote}>{visible(said)}</pre>
        </>
      )}
      <Button size="compact-xs" variant="default" onClick={() => setSituation({ kind: 'hidden' })}>
        {t('hiddenHide')}
      </Button>
    </>
  )
}
