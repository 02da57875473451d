// The draft that is open: edited, saved as one types, sent. Knows neither the screen nor where drafts are kept.
import { createStore } from 'zustand/vanilla'
import type { Api } from '#shared/contract/index.ts'
import type { Draft, StoredDraft } from '#shared/values/draft.ts'
import type { Receipt } from '#shared/values/receipt.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import { isNotFound } from '../ui/problem.ts'
import { idle, runSession, type SessionRun } from '../ui/session-run.ts'
import { latestUnsent } from './draft-state.ts'
import { outgoing } from './pictures.ts'
import { addTyped, type RecipientField, recipientFields } from './recipients.ts'

export type OpenDraft = {
  readonly kind: 'open'
  readonly draft: Draft
  readonly savedAt: number
  readonly saving: 'saved' | 'waiting' | 'saving' | 'failed'
  /** Counts what came from elsewhere than the editor, which then has to take it over. */
  readonly revision: number
  /** What stands in the address fields and is no token yet. */
  readonly typed: Readonly<Record<RecipientField, string>>
  /** Of the last attempt, in this window or before. */
  readonly receipt: Receipt | null
  readonly run: SessionRun
  /** What was tried last in this window: to try it again, and to mark the field at fault until it is changed. */
  readonly attempted: { readonly draft: Draft; readonly stopAfter: StopPoint | null } | null
}

export type Situation =
  | { readonly kind: 'opening' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly error: unknown }
  | OpenDraft

export type Composer = {
  situation: Situation
  /** Opens a draft, or with null the latest that is not sent, or else a new one; resolves with its id, null if it could not. */
  open(id: string | null): Promise<string | null>
  create(mailto: string | null): Promise<string | null>
  edit(part: Partial<Draft>): void
  /** As {@link edit}, for what the editor has not made itself. */
  replace(part: Partial<Draft>): void
  type(field: RecipientField, text: string): void
  /** Makes tokens of what is typed: in one field, or with null in all. */
  settle(field: RecipientField | null): void
  /** Writes at once what is waiting to be written. */
  save(): Promise<void>
  /** Reads again what storage has, unless something here is still to be written. */
  refresh(): Promise<void>
  /** Resolves when the session has ended; its events are in `run`. */
  send(profileId: string, stopAfter: StopPoint | null, label: string): Promise<void>
  /** Shows why something else that was asked for the draft could not be done. */
  fail(error: unknown): void
}

/** Milliseconds of rest before what was typed is written. */
const restBeforeSaving = 400
const restBeforeSavingAgain = 3000
const fresh = { revision: 0, typed: { to: '', cc: '', bcc: '' }, run: idle, attempted: null } as const

export function createComposer(api: Pick<Api, 'drafts'>) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let writing: Promise<void> = Promise.resolve()
  let shown = 0

  return createStore<Composer>()((set, get) => {
    const change = (part: Partial<OpenDraft>) =>
      set(({ situation }) => (situation.kind === 'open' ? { situation: { ...situation, ...part } } : {}))
    const opened = (id: string) => {
      const { situation } = get()
      return situation.kind === 'open' && situation.draft.id === id ? situation : null
    }
    const saveAfter = (rest: number) => {
      clearTimeout(timer)
      timer = setTimeout(() => void get().save(), rest)
    }

    async function show(read: () => Promise<StoredDraft>): Promise<string | null> {
      shown += 1
      const turn = shown
      get().settle(null)
      await get().save()
      set({ situation: { kind: 'opening' } })
      const result = await read().catch((error: unknown) => ({ error }))
      // Another one was asked for meanwhile.
      if (turn !== shown) return null
      if ('error' in result) {
        set({ situation: isNotFound(result.error) ? { kind: 'missing' } : { kind: 'broken', error: result.error } })
        return null
      }
      set({ situation: { kind: 'open', ...asRead(result), ...fresh } })
      return result.draft.id
    }

    async function write(): Promise<void> {
      const { situation } = get()
      if (situation.kind !== 'open' || situation.saving === 'saved') return
      const { draft } = situation
      change({ saving: 'saving' })
      try {
        const { savedAt } = await api.drafts.save(draft)
        const now = opened(draft.id)
        if (now) change({ savedAt, saving: now.draft === draft ? 'saved' : 'waiting' })
      } catch {
        if (!opened(draft.id)) return
        change({ saving: 'failed' })
        saveAfter(restBeforeSavingAgain)
      }
    }

    return {
      situation: { kind: 'opening' },
      open: (id) => show(() => (id === null ? nextDraft(api) : api.drafts.get({ id }))),
      create: (mailto) => show(() => api.drafts.create({ profileId: null, mailto })),
      edit(part) {
        const { situation } = get()
        if (situation.kind !== 'open') return
        change({ draft: { ...situation.draft, ...part }, saving: 'waiting' })
        saveAfter(restBeforeSaving)
      },
      replace(part) {
        const { situation } = get()
        if (situation.kind !== 'open') return
        change({ revision: situation.revision + 1 })
        get().edit(part)
      },
      type(field, text) {
        const { situation } = get()
        if (situation.kind === 'open') change({ typed: { ...situation.typed, [field]: text } })
      },
      settle(only) {
        const { situation } = get()
        if (situation.kind !== 'open') return
        const { typed, draft } = situation
        const fields = recipientFields.filter((field) => (only ?? field) === field && typed[field].trim() !== '')
        if (fields.length === 0) return
        change({ typed: { ...typed, ...Object.fromEntries(fields.map((field) => [field, ''])) } })
        get().edit(Object.fromEntries(fields.map((field) => [field, addTyped(draft[field], typed[field])])))
      },
      save() {
        clearTimeout(timer)
        writing = writing.then(write)
        return writing
      },
      async refresh() {
        const { situation } = get()
        if (situation.kind !== 'open') return
        const { id } = situation.draft
        const stored = await api.drafts.get({ id }).catch((error: unknown) => error)
        const now = opened(id)
        // What was read while an attempt began or ended may be older than what is known of it here.
        if (now?.saving !== 'saved' || now.run.kind === 'running' || now.run !== situation.run) return
        if (isStored(stored)) change(stored.savedAt > now.savedAt ? adopted(now, stored) : { receipt: stored.receipt })
        else if (isNotFound(stored)) set({ situation: { kind: 'missing' } })
      },
      async send(profileId, stopAfter, label) {
        get().settle(null)
        await get().save()
        const { situation } = get()
        if (situation.kind !== 'open') return
        const draft = outgoing(situation.draft)
        const { id } = draft
        change({ attempted: { draft: situation.draft, stopAfter } })
        await runSession(
          label,
          (signal) => api.drafts.send({ draft, profileId, stopAfter }, { signal }),
          (run) => opened(id) && change(run.kind === 'done' ? { run, receipt: run.receipt } : { run }),
        )
        // Storage has it as it went out; what undo may bring back must stay in the draft.
        if (JSON.stringify(draft) !== JSON.stringify(situation.draft)) get().edit({})
        await get().save()
        await get().refresh()
      },
      fail: (error) => change({ run: { kind: 'broken', error } }),
    }
  })
}

async function nextDraft(api: Pick<Api, 'drafts'>): Promise<StoredDraft> {
  const latest = latestUnsent(await api.drafts.list())
  return latest ?? api.drafts.create({ profileId: null, mailto: null })
}

const asRead = ({ draft, savedAt, receipt }: StoredDraft) => ({ draft, savedAt, receipt, saving: 'saved' as const })

/** What is the same is left alone, and with it the cursor in the editor. */
const adopted = (now: OpenDraft, stored: StoredDraft): Partial<OpenDraft> => {
  const { draft, ...rest } = asRead(stored)
  return JSON.stringify(draft) === JSON.stringify(now.draft) ? rest : { ...rest, draft, revision: now.revision + 1 }
}

const isStored = (value: unknown): value is StoredDraft =>
  typeof value === 'object' && value !== null && 'draft' in value
