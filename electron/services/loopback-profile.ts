// The profile of the loopback server: made at first start, and kept pointing at the server wherever it runs.
import { randomUUID } from 'node:crypto'
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import type { LoopbackState } from '#shared/values/loopback.ts'
import type { Profile } from '#shared/values/profile.ts'
import { usualTls } from '#shared/values/tls-versions.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { ProfileStore } from '../storage/profiles.ts'

export function newLoopbackProfile(state: LoopbackState): Profile {
  const profile: Profile = {
    id: randomUUID(),
    name: 'Loopback',
    sender: { name: 'Heloise', address: 'you@loopback.test' },
    route: 'relay',
    host: '127.0.0.1',
    port: 587,
    security: 'starttls',
    login: null,
    certificate: { pin: null, authorities: null, name: null },
    tls: usualTls,
    connection: usualConnection,
    policies: noPolicies,
    wire: defaultWire,
    ehloName: null,
    isLoopback: true,
  }
  return following(profile, state)
}

/** Whether any profile had to change. */
export function followLoopback(profiles: ProfileStore, state: LoopbackState, now: number): boolean {
  const stale = profiles
    .list()
    .filter(({ profile }) => profile.isLoopback)
    .map(({ profile }) => ({ before: profile, after: following(profile, state) }))
    .filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  for (const { after } of stale) profiles.save(after, now)
  return stale.length > 0
}

function following(profile: Profile, { listeners, login, authority }: LoopbackState): Profile {
  const submission = listeners.find(({ role }) => role === 'submission')
  return {
    ...profile,
    host: '127.0.0.1',
    // While it is off, where it was last.
    port: submission?.port ?? profile.port,
    security: 'starttls',
    login: { user: login.user, mechanism: profile.login?.mechanism ?? 'automatic', allowPlaintext: false },
    certificate: { pin: null, authorities: authority.pem, name: null },
  }
}
