// The app itself: what it is, what changed, and what the menu asks of a window.
import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { settingsSchema } from '../values/settings.ts'
import { procedure } from './base.ts'

export const appInfoSchema = z.object({
  version: z.string(),
  /** `desktop` or `browser`: the window is the same, but only a desktop has a menu of its own. */
  door: z.enum(['desktop', 'browser']),
  platform: z.string(),
  /** The language of the desktop or of the server's environment, as a tag such as `es-ES`. */
  locale: z.string(),
  dataFolder: z.string(),
  /** `memory`: there is no OS keyring, so passwords are forgotten when the app ends. */
  keyring: z.enum(['os', 'memory']),
  /** Things to say at start: a database that was set aside, for example. Already in plain words, both languages. */
  notices: z.array(z.object({ en: z.string(), es: z.string() })),
})
export type AppInfo = z.infer<typeof appInfoSchema>

/** Which stored things changed, so that every open window shows the same. */
export const changeSchema = z.enum(['profiles', 'drafts', 'inbox', 'loopback', 'settings', 'transcripts', 'diagnoses'])
export type Change = z.infer<typeof changeSchema>

export const menuCommands = [
  'new-mail',
  'show-compose',
  'show-servers',
  'show-diagnose',
  'show-loopback',
  'show-settings',
  'toggle-log',
  'show-palette',
  'find',
  'send',
  'stop',
] as const
export const menuCommandSchema = z.enum(menuCommands)
export type MenuCommand = z.infer<typeof menuCommandSchema>

export const app = {
  info: procedure.output(appInfoSchema),
  changes: procedure.output(eventIterator(changeSchema)),
  /** What the person chose in the menu of this very window; never ends, and is silent in a browser. */
  menu: procedure.output(eventIterator(menuCommandSchema)),
}

export const settings = {
  get: procedure.output(settingsSchema),
  set: procedure.input(settingsSchema.partial()).output(settingsSchema),
}
