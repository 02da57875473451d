// Tries a profile as the form has it: up to its login, or up to the certificate that its server shows. Nothing is sent.
import type { z } from 'zod'
import type { profileEditSchema } from '#shared/contract/profiles.ts'
import { explainFailure } from '#shared/explain/failures.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { Language } from '#shared/values/settings.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { type Access, checkAccess, fetchCertificate } from '../engine/delivery/index.ts'
import { accessOf } from './access.ts'
import { settingsOf } from './app.ts'
import { storedClientKey, withClientKey } from './client-key.ts'
import { languageOf } from './language.ts'
import { checkProfile } from './profile-check.ts'
import { storedProxySecret } from './proxy-secret.ts'
import { sessionStream } from './session-stream.ts'
import type { ServiceTools } from './tools.ts'

export type ProfileEdit = z.infer<typeof profileEditSchema>

/** Seconds for a reply while somebody looks on and has set no limit; servers that make strangers wait do so for less. */
export const patience = 30

/** The outcome is kept with the profile, if that is a stored one. */
export async function tryProfile(
  { profile: edited, secret, clientKey, proxySecret }: ProfileEdit,
  signal: AbortSignal | undefined,
  tools: ServiceTools,
) {
  const { storage, hub, resolver } = tools
  const profile = withClientKey(edited, clientKey)
  checkProfile(profile)
  const access = await accessOf(profile, { secret, clientKey, proxySecret }, tools)
  const { replyTimeout, dnsServers } = settingsOf(storage)
  return sessionStream(signal, ({ onBegin, onReceipt, ...session }) => {
    const work = {
      ...session,
      recorder: hub.recorder('test', onBegin),
      resolver: resolver(dnsServers),
      onReceipt(receipt: Receipt) {
        if (receipt.failure?.kind !== 'stopped') keepOutcome(profile.id, receipt, tools)
        onReceipt(receipt)
      },
    }
    return checkAccess(access, work, { replyTimeout: replyTimeout ?? patience, wire: profile.wire })
  })
}

export async function shownCertificate(
  { profile: edited, clientKey, proxySecret: typed }: ProfileEdit,
  signal: AbortSignal | undefined,
  { storage, hub, resolver, vault }: ServiceTools,
): Promise<Certificate> {
  const profile = withClientKey(edited, clientKey)
  checkProfile(profile)
  // Some servers show theirs only to those who can show one.
  const key = clientKey === undefined ? await storedClientKey(profile, vault) : clientKey
  const proxySecret = typed === undefined ? await storedProxySecret(profile, vault) : typed
  const access: Access = { ...profile, login: null, secret: null, clientKey: key, proxySecret }
  const { replyTimeout, dnsServers } = settingsOf(storage)
  const work = {
    recorder: hub.recorder('test'),
    resolver: resolver(dnsServers),
    signal: signal ?? new AbortController().signal,
  }
  return fetchCertificate(access, work, { replyTimeout: replyTimeout ?? patience, wire: profile.wire })
}

function keepOutcome(id: string, receipt: Receipt, { storage, changes, now, locale }: ServiceTools): void {
  if (storage.profiles.get(id) === null) return
  storage.profiles.setLastCheck(id, {
    at: now(),
    outcome: receipt.failure === null ? 'ok' : 'failed',
    summary: summaryOf(receipt, languageOf(settingsOf(storage), locale)),
    capabilities: receipt.capabilities,
  })
  changes.publish('profiles')
}

/** What went wrong, in the person's language, or what was reached, which needs no language. */
function summaryOf({ failure, server, auth }: Receipt, language: Language): string {
  if (failure !== null) return explainFailure(failure, language).title
  return [server?.tls?.version, auth?.mechanism].filter((part) => part !== undefined).join(' · ')
}
