// The frame: rail, work area, the docked protocol log, status bar. A compose window of its own has no rail.
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { settingsStore } from '../settings/store.ts'
import { ChannelBanner } from './channel-banner.tsx'
import classes from './frame.module.css'
import { LogDock } from './log-dock.tsx'
import { Notices } from './notices.tsx'
import { Rail } from './rail.tsx'
import { routeStore } from './route.ts'
import type { Screen } from './route-path.ts'
import { StatusBar } from './status-bar.tsx'
import { useWindowActions } from './window-actions.ts'

const fetchers = {
  compose: () => import('../compose/screen.tsx'),
  servers: () => import('../profiles/screen.tsx'),
  diagnose: () => import('../diagnose/screen.tsx'),
  loopback: () => import('../loopback/screen.tsx'),
  settings: () => import('../settings/screen.tsx'),
} satisfies Record<Screen, unknown>

const work = {
  compose: lazy(fetchers.compose),
  servers: lazy(fetchers.servers),
  diagnose: lazy(fetchers.diagnose),
  loopback: lazy(fetchers.loopback),
  settings: lazy(fetchers.settings),
} satisfies Record<Screen, unknown>

/** The code of the screen that is shown first, on its way while other things are waited for. */
export const fetchFirstScreen = (): void => void fetchers[routeStore.getState().screen]().catch(() => undefined)

const selectLog = (store: { settings: { log: { isOpen: boolean; height: number } } }) => store.settings.log

export function Frame() {
  const { t } = useTranslation('frame')
  const { screen, isOwnWindow } = useStore(routeStore)
  const log = useStore(settingsStore, selectLog)
  useWindowActions()
  const Work = work[screen]
  return (
    <div className={classes.frame} data-own={isOwnWindow || undefined}>
      <button type="button" className={classes.skip} onClick={focusWork}>
        {t('skipToWork')}
      </button>
      {!isOwnWindow && <Rail />}
      <main id="work" className={classes.work} tabIndex={-1} aria-label={t(screen)}>
        <ChannelBanner />
        <Notices />
        <Suspense>
          <Work />
        </Suspense>
      </main>
      {log.isOpen && <LogDock height={log.height} />}
      <StatusBar />
    </div>
  )
}

function focusWork(): void {
  document.getElementById('work')?.focus()
}
