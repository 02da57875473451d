// What the app says of itself: version, door, keyring, data folder. Read once, before the first paint.
import { createContext, useContext } from 'react'
import type { AppInfo } from '#shared/contract/app.ts'

export const AppInfoContext = createContext<AppInfo | null>(null)

export function useAppInfo(): AppInfo {
  const info = useContext(AppInfoContext)
  if (!info) throw new Error('The window was not given what the app says of itself')
  return info
}
