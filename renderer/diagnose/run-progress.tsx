// How far a run is, and what it takes at most.
import { Progress } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { say } from '../ui/language.ts'
import classes from './diagnose.module.css'
import type { Situation } from './situation.ts'

type Running = Extract<Situation, { kind: 'running' }>

export function RunProgress({ step, cost, isStopping }: Running) {
  const { t } = useTranslation('diagnose')
  const share = step && step.total > 0 ? (100 * step.done) / step.total : 0
  const told = [
    isStopping ? t('stopping') : step ? say(step.label) : t('loading', { ns: 'ui' }),
    ...(step ? [t('progress', { done: Math.floor(step.done), total: step.total })] : []),
    ...(cost.connections > 0 ? [t('atMost', { count: cost.connections })] : []),
    ...(cost.waitSeconds > 0 ? [t('waits', { seconds: cost.waitSeconds })] : []),
  ]
  return (
    <div className={classes.progress} role="status">
      <Progress value={share} animated size="sm" aria-label={t('title')} />
      <span>{told.join(' · ')}</span>
    </div>
  )
}
