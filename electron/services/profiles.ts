// The chapter `profiles`: saved servers. Passwords go to the vault and never come back to the window.
import { randomUUID } from 'node:crypto'
import type { Profile, ProfileState } from '#shared/values/profile.ts'
import { answer, notFound } from './answer.ts'
import { askProfile } from './ask-profile.ts'
import { forgetClientKey, keepClientKey, withClientKey } from './client-key.ts'
import { localAddresses } from './local-addresses.ts'
import { checkProfile } from './profile-check.ts'
import { forgetProxySecret, keepProxySecret, storedProxySecret } from './proxy-secret.ts'
import type { ServiceTools } from './tools.ts'
import { shownCertificate, tryProfile } from './try-profile.ts'

export function createProfiles(tools: ServiceTools) {
  const { storage, vault, changes, now } = tools
  const { profiles } = storage

  const stateOf = async (id: string): Promise<ProfileState> => {
    const stored = profiles.get(id)
    if (stored === null) throw notFound(id)
    const { profile, lastCheck } = stored
    const hasSecret = profile.isLoopback || (await vault.get(id)) !== null
    return { ...profile, lastCheck, hasSecret, hasProxySecret: (await storedProxySecret(profile, vault)) !== null }
  }

  return {
    list: answer.profiles.list.handler(() => Promise.all(profiles.list().map(({ profile }) => stateOf(profile.id)))),
    save: answer.profiles.save.handler(async ({ input: { profile: edited, secret, clientKey, proxySecret } }) => {
      const before = edited.id === '' ? null : profiles.get(edited.id)
      if (edited.id !== '' && before === null) throw notFound(edited.id)
      const profile = withClientKey(settled(edited, before?.profile ?? null), clientKey)
      checkProfile(profile)
      profiles.save(profile, now())
      const hasNewSecret = [secret, clientKey, proxySecret].some((typed) => typed !== undefined)
      if (hasNewSecret || hasNewAccess(profile, before?.profile ?? null)) profiles.setLastCheck(profile.id, null)
      if (secret === null) await vault.remove(profile.id)
      else if (secret !== undefined) await vault.set(profile.id, secret)
      await keepClientKey(profile, clientKey, vault)
      await keepProxySecret(profile, proxySecret, vault)
      changes.publish('profiles')
      return stateOf(profile.id)
    }),
    remove: answer.profiles.remove.handler(async ({ input: { id } }) => {
      if (profiles.get(id) === null) throw notFound(id)
      await vault.remove(id)
      await forgetClientKey(id, vault)
      await forgetProxySecret(id, vault)
      profiles.remove(id)
      changes.publish('profiles')
    }),
    test: answer.profiles.test.handler(({ input, signal }) => tryProfile(input, signal, tools)),
    localAddresses: answer.profiles.localAddresses.handler(localAddresses),
    ask: answer.profiles.ask.handler(({ input, signal }) => askProfile(input, signal, tools)),
    certificate: answer.profiles.certificate.handler(({ input, signal }) => shownCertificate(input, signal, tools)),
  }
}

/** As it is kept: with an id of ours; a loopback profile keeps what follows the server, and no other becomes one. */
function settled(edited: Profile, before: Profile | null): Profile {
  const profile = { ...edited, id: before?.id ?? randomUUID(), isLoopback: before?.isLoopback ?? false }
  if (!before?.isLoopback) return profile
  const { route, host, port, security, login, certificate, tls } = before
  return { ...profile, route, host, port, security, login, certificate, tls }
}

/** Whether the last check still says something about how the server is reached now. */
function hasNewAccess(profile: Profile, before: Profile | null): boolean {
  const access = ({ id: _, name: __, sender: ___, isLoopback: ____, wire, ...access }: Profile) => {
    // The rest of these options concerns a mail, and a check has none.
    const { protocol, proxyHeader, xclient, rawLines } = wire
    return JSON.stringify({ ...access, protocol, proxyHeader, xclient, rawLines })
  }
  return before === null || access(profile) !== access(before)
}
