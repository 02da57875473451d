// One window: the libraries' providers around the frame, or around a compose window that stands alone.
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { AppInfo } from '#shared/contract/app.ts'
import { settingsStore } from '../settings/store.ts'
import { AppInfoContext } from '../ui/app-info.ts'
import { styleNonce } from '../ui/nonce.ts'
import { cssVariables, theme } from '../ui/theme.ts'
import { followWindow } from './follow.ts'
import { Frame } from './frame.tsx'
import { Palette } from './palette.tsx'

const selectTheme = (store: { settings: { theme: 'system' | 'light' | 'dark' } }) => store.settings.theme

export function Window({ info }: { info: AppInfo }) {
  const colours = useStore(settingsStore, selectTheme)
  useEffect(followWindow, [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(colours === 'system' ? {} : { forceColorScheme: colours })}
    >
      <AppInfoContext value={info}>
        <Notifications position="top-right" />
        <Palette />
        <Frame />
      </AppInfoContext>
    </MantineProvider>
  )
}
