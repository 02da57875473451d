// The waterfall: a session's stages as bars of time, in a table, so that it reads as well as it looks.
import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { stageTexts } from '#shared/explain/stages.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { language, say } from '../ui/language.ts'
import type { Session } from './open-sessions.ts'
import { gone } from './row-scans.ts'
import { barWords } from './session-look.ts'
import { formatSpan } from './spans.ts'
import { type Bar, type BarName, stagesOf } from './stages-of.ts'
import { transcriptStore } from './store.ts'
import { ticksOf } from './ticks-of.ts'
import classes from './waterfall.module.css'

/** A few hundred mails; more bars than that are no picture. */
const mostEntries = 5000
const mostBars = 400

export function Waterfall({ session }: { session: Session }) {
  const { t } = useTranslation('transcript')
  const { id, name } = session.transcript
  const all = stagesOf(useEntries(id))
  const bars = all.slice(0, mostBars)
  const end = Math.max(1, ...bars.map((bar) => bar.end))
  const ticks = ticksOf(end)
  const isCut = session.length > mostEntries || all.length > mostBars
  if (bars.length === 0) return <p className={classes.note}>{t('waterfallEmpty')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
    <section className={classes.frame} tabIndex={0} aria-label={t('waterfall')}>
      <table className={classes.table} aria-label={t('waterfallOf', { name })}>
        <thead>
          <tr>
            <th scope="col">{t('stage')}</th>
            <th scope="col">
              <VisuallyHidden>{t('timeline')}</VisuallyHidden>
              <div className={classes.axis} aria-hidden>
                {ticks.map((tick) => (
                  <span key={tick} className={classes.tick} style={{ left: `${(tick / end) * 100}%` }}>
                    {formatSpan(tick, language())}
                  </span>
                ))}
              </div>
            </th>
            <th scope="col">{t('duration')}</th>
            <th scope="col">{t('roundTrips')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <Stage key={bar.entry} id={id} bar={bar} end={end} step={ticks[1] ?? end} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('total')}</th>
            <td />
            <td>{formatSpan(end, language())}</td>
            <td>{bars.reduce((sum, { roundTrips }) => sum + roundTrips, 0)}</td>
          </tr>
        </tfoot>
      </table>
      {isCut && <p className={classes.note}>{t('waterfallCut')}</p>}
    </section>
  )
}

function Stage({ id, bar, end, step }: { id: string; bar: Bar; end: number; step: number }) {
  const { t } = useTranslation('transcript')
  const from = formatSpan(bar.begin, language())
  const to = formatSpan(bar.end, language())
  return (
    <tr>
      <th scope="row" title={say(stageTexts[bar.name === 'dot' ? 'data' : bar.name].does)}>
        <UnstyledButton
          className={classes.name}
          title={t('showRow')}
          onClick={() => void transcriptStore.getState().show(id, bar.entry)}
        >
          {t(barWords[bar.name])}
        </UnstyledButton>
      </th>
      <td>
        <div
          className={classes.track}
          style={{ backgroundSize: `${(step / end) * 100}% 100%` }}
          role="img"
          aria-label={t('barFrom', { from, to })}
          title={t('barFrom', { from, to })}
        >
          <div
            className={classes.bar}
            data-group={groups[bar.name]}
            data-error={bar.hasError || undefined}
            style={{ left: `${(bar.begin / end) * 100}%`, width: `${((bar.end - bar.begin) / end) * 100}%` }}
          />
        </div>
      </td>
      <td>{formatSpan(bar.end - bar.begin, language())}</td>
      <td>{bar.roundTrips}</td>
    </tr>
  )
}

const groups: Record<BarName, 'network' | 'talk' | 'security' | 'envelope' | 'content'> = {
  input: 'talk',
  dns: 'network',
  connect: 'network',
  greeting: 'talk',
  ehlo: 'talk',
  tls: 'security',
  auth: 'security',
  mail: 'envelope',
  rcpt: 'envelope',
  data: 'content',
  dot: 'content',
  quit: 'talk',
}

function useEntries(id: string): readonly Entry[] {
  const [entries, setEntries] = useState<readonly Entry[]>([])
  const revision = useStore(transcriptStore, (store) => store.revision)
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when entries came
  useEffect(() => {
    let isCurrent = true
    transcriptStore
      .getState()
      .entriesOf(id, mostEntries)
      .then((read) => isCurrent && setEntries(read), gone)
    return () => {
      isCurrent = false
    }
  }, [id, revision])
  return entries
}
