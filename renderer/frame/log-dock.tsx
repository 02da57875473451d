// Where the protocol log is docked: a pane with a handle on its upper edge, its height remembered.
import { useForceUpdate, useWindowEvent } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { defaultSettings } from '#shared/values/settings.ts'
import { settingsStore } from '../settings/store.ts'
import { TranscriptPane } from '../transcript/pane.tsx'
import classes from './log-dock.module.css'

const lowest = 120
/** The work area keeps at least as much as a screen needs to be of use. */
const highest = () => Math.max(lowest, window.innerHeight - 356)
/** Who never moved it has a work area in which more than one thing fits, also in a low window. */
const roomy = () => window.innerHeight - 466
const chosenOr = (height: number) => (height === defaultSettings.log.height ? Math.min(height, roomy()) : height)
const clamp = (height: number) => Math.round(Math.min(highest(), Math.max(lowest, height)))
const keep = (height: number) => void settingsStore.getState().change({ log: { isOpen: true, height: clamp(height) } })

export function LogDock({ height }: { height: number }) {
  const { t } = useTranslation('frame')
  const [dragged, setDragged] = useState<number | null>(null)
  const redraw = useForceUpdate()
  useWindowEvent('resize', redraw)
  const shown = clamp(dragged ?? chosenOr(height))
  return (
    <section className={classes.dock} style={{ height: shown }} aria-label={t('log')}>
      {/* biome-ignore lint/a11y/useSemanticElements: a separator that can be moved is no <hr> */}
      <div
        className={classes.handle}
        role="separator"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={t('resizeLog')}
        aria-valuenow={shown}
        aria-valuemin={lowest}
        aria-valuemax={highest()}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => event.buttons === 1 && setDragged(window.innerHeight - event.clientY - 26)}
        onPointerUp={() => {
          if (dragged !== null) keep(dragged)
          setDragged(null)
        }}
        onKeyDown={(event) => {
          const step = { ArrowUp: 24, ArrowDown: -24 }[event.key]
          if (step) keep(shown + step)
        }}
      />
      <TranscriptPane />
    </section>
  )
}
