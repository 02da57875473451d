// The chapter `transcripts` of the contract in memory: sessions in storage, and a live stream that the test drives.
import { createRouterClient, implement } from '@orpc/server'
import type { TranscriptEvent } from '#shared/contract/transcripts.ts'
import { transcripts as contract } from '#shared/contract/transcripts.ts'
import type { Entry, Origin, Transcript } from '#shared/values/transcript.ts'

export function fakeTranscripts() {
  const stored = new Map<string, { transcript: Transcript; entries: readonly Entry[] }>()
  const reads: string[] = []
  const stream = new TransformStream<TranscriptEvent, TranscriptEvent>()
  const writer = stream.writable.getWriter()
  const answer = implement(contract)
  const find = (id: string) => {
    const found = stored.get(id)
    if (!found) throw new Error(`No session ${id}`)
    return found
  }
  const router = {
    list: answer.list.handler(() => [...stored.values()].map(({ transcript }) => transcript)),
    get: answer.get.handler(({ input: { id } }) => find(id).transcript),
    entries: answer.entries.handler(({ input: { id, from, limit } }) => {
      reads.push(`${id} ${from}`)
      return find(id).entries.slice(from, from + limit)
    }),
    hidden: answer.hidden.handler(() => null),
    watch: answer.watch.handler(async function* () {
      yield* stream.readable
    }),
    update: answer.update.handler(({ input: { id, name, isKept } }) => {
      const { transcript, entries } = find(id)
      const next = { ...transcript, name: name ?? transcript.name, isKept: isKept ?? transcript.isKept }
      stored.set(id, { transcript: next, entries })
      return next
    }),
    remove: answer.remove.handler(({ input: { id } }) => void stored.delete(id)),
    export: answer.export.handler(() => ({ name: 'session.txt', type: 'text/plain', text: '' })),
  }
  return {
    api: createRouterClient(router),
    /** The pages that were asked for, as `id from`. */
    reads,
    store: (transcript: Transcript, entries: readonly Entry[]) =>
      stored.set(transcript.id, { transcript: { ...transcript, entryCount: entries.length }, entries }),
    tell: (event: TranscriptEvent) => writer.write(event),
    end: () => writer.close(),
  }
}

export const transcript = (
  id: string,
  origin: Origin = 'send',
  outcome: Transcript['outcome'] = 'running',
): Transcript => ({
  id,
  origin,
  name: `${id}.example:25`,
  startedAt: 0,
  endedAt: outcome === 'running' ? null : 1,
  outcome,
  entryCount: 0,
  isKept: false,
})
