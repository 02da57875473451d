// A stored session in a list: origin, name, when, how it ended.
import { IconPinFilled } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Transcript } from '#shared/values/transcript.ts'
import { shortTime } from '../ui/time.ts'
import classes from './earlier-session.module.css'
import { Outcome } from './outcome.tsx'
import { originIcons, originWords } from './session-look.ts'

export function EarlierSession({ transcript }: { transcript: Transcript }) {
  const { t } = useTranslation('transcript')
  const { origin, name, startedAt, outcome, isKept } = transcript
  const Origin = originIcons[origin]
  return (
    <span className={classes.line}>
      <Origin size={14} stroke={1.7} role="img" aria-label={t(originWords[origin])} />
      <span className={classes.name}>{name}</span>
      {isKept && <IconPinFilled size={11} role="img" aria-label={t('kept')} />}
      <span className={classes.time}>{shortTime(startedAt)}</span>
      <Outcome outcome={outcome} />
    </span>
  )
}
