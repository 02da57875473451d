// Sends a draft through a profile. The draft is kept as it is sent, and the receipt with it, whatever becomes of the window.
import type { Draft } from '#shared/values/draft.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import { deliver } from '../engine/delivery/index.ts'
import { accessOf } from './access.ts'
import { notFound } from './answer.ts'
import { settingsOf } from './app.ts'
import { composeDraft } from './compose-draft.ts'
import { checkProfile } from './profile-check.ts'
import { sessionStream } from './session-stream.ts'
import type { ServiceTools } from './tools.ts'

export type SendOrder = { readonly draft: Draft; readonly profileId: string; readonly stopAfter: StopPoint | null }

/** Throws before anything is sent when the draft or the profile cannot be used; after that, trouble is in the receipt. */
export async function send(order: SendOrder, signal: AbortSignal | undefined, tools: ServiceTools) {
  const { storage, changes, hub, resolver, policies, now } = tools
  const stored = storage.profiles.get(order.profileId)
  if (stored === null) throw notFound(order.profileId)
  const draft = { ...order.draft, profileId: order.profileId }
  storage.drafts.save(draft, now())
  changes.publish('drafts')

  checkProfile(stored.profile)
  const mail = await composeDraft(draft, tools)
  const access = await accessOf(stored.profile, {}, tools)
  const { replyTimeout, dnsServers, keepsBodies } = settingsOf(storage)

  return sessionStream(signal, ({ onBegin, onReceipt, ...session }) =>
    deliver(
      { access, mail, stopAfter: order.stopAfter, replyTimeout, wire: draft.wire ?? stored.profile.wire },
      {
        ...session,
        recorder: hub.recorder('send', onBegin, keepsBodies),
        resolver: resolver(dnsServers),
        sts: { cache: policies },
        onReceipt(receipt) {
          storage.drafts.setReceipt(draft.id, receipt)
          changes.publish('drafts')
          onReceipt(receipt)
        },
      },
    ),
  )
}
