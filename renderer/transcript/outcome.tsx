// The outcome of a session as a small mark, told apart by its shape as well as by its colour.
import { Loader } from '@mantine/core'
import { IconCheck, IconPlayerStopFilled, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/values/transcript.ts'
import classes from './outcome.module.css'
import { outcomeWords } from './session-look.ts'

export function Outcome({ outcome }: Pick<Transcript, 'outcome'>) {
  const { t } = useTranslation('transcript')
  return (
    <span className={classes.mark} data-outcome={outcome} role="img" aria-label={t(outcomeWords[outcome])}>
      {outcome === 'running' && <Loader size={11} />}
      {outcome === 'ok' && <IconCheck size={13} stroke={2.4} />}
      {outcome === 'failed' && <IconX size={13} stroke={2.4} />}
      {outcome === 'stopped' && <IconPlayerStopFilled size={11} />}
    </span>
  )
}
