// The left rail: one button a screen.
import { UnstyledButton } from '@mantine/core'
import { IconMailbox, IconPencil, IconServer, IconSettings, IconStethoscope } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import classes from './rail.module.css'
import { go, routeStore } from './route.ts'
import { type Screen, screens } from './route-path.ts'

const icons = {
  compose: IconPencil,
  servers: IconServer,
  diagnose: IconStethoscope,
  loopback: IconMailbox,
  settings: IconSettings,
} satisfies Record<Screen, unknown>

const selectScreen = (route: { screen: Screen }) => route.screen

export function Rail() {
  const { t } = useTranslation('frame')
  const current = useStore(routeStore, selectScreen)
  return (
    <nav className={classes.rail} aria-label={t('screens')}>
      {screens.map((screen) => {
        const Icon = icons[screen]
        return (
          <UnstyledButton
            key={screen}
            className={classes.item}
            aria-current={screen === current ? 'page' : undefined}
            onClick={() => go(screen)}
          >
            <Icon size={21} stroke={1.6} aria-hidden />
            <span>{t(screen)}</span>
          </UnstyledButton>
        )
      })}
    </nav>
  )
}
