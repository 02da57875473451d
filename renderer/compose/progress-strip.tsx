// How far the session is: its stages in their order, and how much of the mail is over.
import { Button, Progress } from '@mantine/core'
import { IconCheck, IconPlayerStopFilled } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { stageTexts } from '#shared/explain/stages.ts'
import type { Stage } from '#shared/values/stage.ts'
import { say } from '../ui/language.ts'
import type { SessionRun } from '../ui/session-run.ts'
import { size } from '../ui/time.ts'
import classes from './progress-strip.module.css'

const shown = ['dns', 'connect', 'tls', 'auth', 'mail', 'rcpt', 'data'] as const

/** Greeting and EHLO belong to the connection; EHLO comes again after TLS, which takes nothing back. */
const rank: Record<Stage, number> = {
  input: -1,
  dns: 0,
  connect: 1,
  greeting: 1,
  ehlo: 1,
  tls: 2,
  auth: 3,
  mail: 4,
  rcpt: 5,
  data: 6,
  quit: 7,
}

type Running = Extract<SessionRun, { kind: 'running' }>

export function ProgressStrip({ run: { stage, sent, total, stop } }: { run: Running }) {
  const { t } = useTranslation('compose')
  const furthest = useRef(-1)
  furthest.current = Math.max(furthest.current, rank[stage])
  const percent = total === 0 ? 0 : Math.floor((sent / total) * 100)
  return (
    <div className={classes.strip} role="status">
      <ol className={classes.stages}>
        {shown.map((name, index) => (
          <li key={name} data-state={stateOf(index, furthest.current)}>
            {index < furthest.current && <IconCheck size={12} aria-hidden />}
            {say(stageTexts[name].name)}
          </li>
        ))}
      </ol>
      {total > 0 && (
        <span className={classes.bytes}>{t('bytesSent', { sent: size(sent), total: size(total), percent })}</span>
      )}
      <Button
        size="compact-xs"
        color="red"
        variant="light"
        leftSection={<IconPlayerStopFilled size={12} />}
        onClick={stop}
      >
        {t('stopEsc')}
      </Button>
      <Progress
        className={classes.bar ?? ''}
        value={total > 0 ? percent : 0}
        size={3}
        radius={0}
        aria-label={t('progress')}
      />
    </div>
  )
}

function stateOf(index: number, now: number): 'done' | 'now' | 'to come' {
  if (index < now) return 'done'
  return index === now ? 'now' : 'to come'
}
