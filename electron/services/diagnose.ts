// The chapter `diagnose`: what a server offers, and what is wrong with it.
import { type DiagnoseAccess, diagnose } from '../engine/diagnose/index.ts'
import { answer, notFound } from './answer.ts'
import { settingsOf } from './app.ts'
import { live } from './live.ts'
import { storedProxySecret } from './proxy-secret.ts'
import type { ServiceTools } from './tools.ts'

export function createDiagnose({ storage, hub, resolver, vault, now }: ServiceTools) {
  const accessOf = async (profileId: string): Promise<DiagnoseAccess> => {
    const stored = storage.profiles.get(profileId)
    if (stored === null) throw notFound(profileId)
    return { ...stored.profile, proxySecret: await storedProxySecret(stored.profile, vault) }
  }

  return {
    run: answer.diagnose.run.handler(async ({ input: { target, profileId, level, isOwn }, signal }) => {
      const access = profileId === null ? null : await accessOf(profileId)
      const { replyTimeout, dnsServers } = settingsOf(storage)
      return live(signal, (signal) =>
        diagnose(
          { text: target, access, level, isOwn },
          {
            recorder: hub.recorder('diagnose'),
            resolver: resolver(dnsServers),
            signal,
            replyTimeout,
            now: () => new Date(now()),
          },
        ),
      )
    }),
  }
}
