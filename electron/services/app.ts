// The chapters `app` and `settings`: what the app is, what changed, what the person set.
import { isDnsServer } from '#shared/address/dns-server.ts'
import { defaultSettings, type Settings, settingsSchema } from '#shared/values/settings.ts'
import { answer, inputError } from './answer.ts'
import { live, silence, untilAborted } from './live.ts'
import { forgetOldTranscripts } from './retention.ts'
import type { ServiceTools } from './tools.ts'

export function createApp({ storage, vault, changes, door, version, locale, dataFolder }: ServiceTools) {
  return {
    info: answer.app.info.handler(() => ({
      version,
      door,
      platform: process.platform,
      locale,
      dataFolder,
      keyring: vault.kind,
      notices: [...storage.notices],
    })),
    changes: answer.app.changes.handler(({ signal }) => live(signal, changes.watch)),
    menu: answer.app.menu.handler(({ signal, context: { menu } }) =>
      live(signal, (signal) => untilAborted(menu ?? silence, signal)),
    ),
  }
}

export function createSettings({ storage, changes, now }: ServiceTools) {
  return {
    get: answer.settings.get.handler(() => settingsOf(storage)),
    set: answer.settings.set.handler(({ input }) => {
      const unknown = input.dnsServers?.find((server) => !isDnsServer(server))
      if (unknown !== undefined) throw inputError('host-invalid', { host: unknown, field: 'dnsServers' })
      const settings = settingsSchema.parse({ ...settingsOf(storage), ...withoutUndefined(input) })
      storage.settings.set(settings)
      if (forgetOldTranscripts(storage, now()) > 0) changes.publish('transcripts')
      changes.publish('settings')
      return settings
    }),
  }
}

export const settingsOf = (storage: ServiceTools['storage']): Settings => storage.settings.get() ?? defaultSettings

const withoutUndefined = (values: object) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined))
