// The chapter `diagnose`: what a server offers, and what is wrong with it.
import type { Profile } from '#shared/values/profile.ts'
import { type DiagnoseTarget, diagnose } from '../engine/diagnose/index.ts'
import { answer, notFound } from './answer.ts'
import { settingsOf } from './app.ts'
import { live } from './live.ts'
import { passwordLogin } from './password-login.ts'
import { storedProxySecret } from './proxy-secret.ts'
import type { ServiceTools } from './tools.ts'

export function createDiagnose(tools: ServiceTools) {
  const { storage, hub, resolver, vault, now } = tools
  const profileOf = (profileId: string): Profile => {
    const stored = storage.profiles.get(profileId)
    if (stored === null) throw notFound(profileId)
    return stored.profile
  }
  const targetOf = async (profile: Profile, level: DiagnoseTarget['level']): Promise<Named> => ({
    access: { ...profile, proxySecret: await storedProxySecret(profile, vault) },
    credentials: level === 3 ? await passwordLogin(profile, tools) : null,
  })

  return {
    run: answer.diagnose.run.handler(async ({ input: { target, profileId, level, isOwn }, signal }) => {
      const named = profileId === null ? nobody : await targetOf(profileOf(profileId), level)
      const { replyTimeout, dnsServers } = settingsOf(storage)
      return live(signal, (signal) =>
        diagnose(
          { text: target, ...named, level, isOwn },
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

/** What a profile says of its server; the secret in it stays on this side. */
type Named = Required<Pick<DiagnoseTarget, 'access' | 'credentials'>>

const nobody: Named = { access: null, credentials: null }
