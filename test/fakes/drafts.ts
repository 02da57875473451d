// Drafts and receipts for tests, and drafts kept in memory behind the calls of the contract.
import { ORPCError } from '@orpc/client'
import type { Api } from '#shared/contract/index.ts'
import type { SessionEvent } from '#shared/contract/profiles.ts'
import type { Draft, StoredDraft } from '#shared/values/draft.ts'
import type { Receipt } from '#shared/values/receipt.ts'

export const draftOf = (part: Partial<Draft> = {}): Draft => ({
  id: 'd1',
  profileId: 'p1',
  from: 'Ana <ana@example.com>',
  to: [],
  cc: [],
  bcc: [],
  replyTo: '',
  subject: '',
  format: 'rich',
  html: '',
  text: '',
  headers: [],
  attachments: [],
  envelope: null,
  raw: null,
  wire: null,
  ...part,
})

export const storedOf = (part: Partial<Draft> = {}, receipt: Receipt | null = null, savedAt = 0): StoredDraft => ({
  draft: draftOf(part),
  savedAt,
  receipt,
})

export const receiptOf = (part: Partial<Receipt> = {}): Receipt => ({
  outcome: 'accepted',
  messageId: null,
  server: null,
  capabilities: [],
  auth: null,
  recipients: [],
  failure: null,
  timings: {},
  bytes: 0,
  transcripts: [],
  ...part,
})

/** `send` follows what `events` gives; `failNext` makes the next call of that name fail. */
export function memoryDrafts(kept: readonly StoredDraft[] = []) {
  const stored = new Map(kept.map((one) => [one.draft.id, one]))
  const calls: string[] = []
  let clock = 100
  let events: () => AsyncIterable<SessionEvent> = async function* () {}
  let failing: string | null = null

  const call = (name: string): void => {
    calls.push(name)
    if (failing !== name) return
    failing = null
    throw new Error(`${name} failed`)
  }
  const find = (id: string): StoredDraft => {
    const one = stored.get(id)
    if (!one) throw new ORPCError('NOT_FOUND', { data: { id } })
    return one
  }
  const save = (draft: Draft): StoredDraft => {
    clock += 1
    const one = { draft, savedAt: clock, receipt: stored.get(draft.id)?.receipt ?? null }
    stored.set(draft.id, one)
    return one
  }
  const drafts = {
    list: async () => [...stored.values()].sort((one, other) => other.savedAt - one.savedAt),
    async get({ id }: { id: string }) {
      call('get')
      return find(id)
    },
    async create() {
      call('create')
      return save(draftOf({ id: `new${clock}` }))
    },
    async save(draft: Draft) {
      call('save')
      return save(draft)
    },
    async remove({ id }: { id: string }) {
      call('remove')
      stored.delete(id)
    },
    async send() {
      call('send')
      return events()
    },
  }
  return {
    // The calls that no test of the window's stores makes are left out.
    api: { drafts } as unknown as Pick<Api, 'drafts'>,
    stored,
    calls,
    /** Puts a draft there as another window would. */
    put: (one: StoredDraft) => stored.set(one.draft.id, one),
    answerSend: (make: () => AsyncIterable<SessionEvent>) => {
      events = make
    },
    failNext: (name: string) => {
      failing = name
    },
  }
}
