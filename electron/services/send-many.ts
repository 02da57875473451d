// Sends copies of a draft through a profile, each with a Message-ID and a Date of its own. Only counted: of no mail anything is kept.
import { randomUUID } from 'node:crypto'
import type { BulkPace, BulkResult } from '#shared/values/bulk.ts'
import { mostLoggedMails } from '#shared/values/bulk-limits.ts'
import type { Draft } from '#shared/values/draft.ts'
import { deliverMany } from '../engine/delivery/index.ts'
import { type ComposedMail, composeRawMail, mailSeries, withMessageId } from '../engine/mail/index.ts'
import type { Recorder } from '../engine/net/tap.ts'
import { accessOf } from './access.ts'
import { inputError, notFound } from './answer.ts'
import { settingsOf } from './app.ts'
import type { BulkRuns } from './bulk-runs.ts'
import { composeDraft } from './compose-draft.ts'
import { checkProfile } from './profile-check.ts'
import type { ServiceTools } from './tools.ts'

export type SendManyOrder = { readonly draft: Draft; readonly profileId: string; readonly pace: BulkPace }
type Tools = ServiceTools & { readonly runs: BulkRuns }

/** Throws before anything is sent when the draft or the profile cannot be used; after that, trouble is in the result. */
export async function sendMany(
  { profileId, pace, ...order }: SendManyOrder,
  outer: AbortSignal | undefined,
  tools: Tools,
) {
  const { storage, hub, resolver, runs } = tools
  const profile = storage.profiles.get(profileId)?.profile
  if (profile === undefined) throw notFound(profileId)
  checkProfile(profile)
  if (profile.route !== 'relay') throw inputError('profile-invalid', { field: 'route' })
  const draft = { ...order.draft, profileId }
  const mail = await copiesOf(draft, tools)
  const access = await accessOf(profile, {}, tools)
  const { replyTimeout, dnsServers, keepsBodies } = settingsOf(storage)
  const { keepsOrder, ...rest } = pace
  const many = { access, replyTimeout, wire: draft.wire ?? profile.wire, ...rest, mayOvertake: !keepsOrder, mail }
  const recorder = pace.count > mostLoggedMails ? deaf : hub.recorder('send', undefined, keepsBodies)
  return runs.follow(
    outer,
    ({ signal, onCounts }): Promise<BulkResult> =>
      deliverMany(many, { recorder, resolver: resolver(dnsServers), signal, onCounts }),
  )
}

/** Composed once. A mail written by hand keeps its Date; its Message-ID it cannot keep, or servers take the copies for one mail. */
async function copiesOf(draft: Draft, { storage, now }: ServiceTools): Promise<(index: number) => ComposedMail> {
  const began = now()
  const first = await composeDraft(draft, { storage, now: () => began })
  const { raw, envelope } = draft
  const copy =
    raw === null
      ? await mailSeries(first, new Date(began))
      : await mailSeries(await composeRawMail(withMessageId(octetsOf(raw)), envelope), null)
  return (index) => (index === 0 ? first : copy(new Date(now())))
}

const octetsOf = (raw: string) =>
  async function* () {
    yield Buffer.from(raw, 'utf8')
  }

/** Of so many mails nobody reads the sessions. */
const deaf: Recorder = { begin: () => ({ id: randomUUID(), add() {}, end() {} }) }
