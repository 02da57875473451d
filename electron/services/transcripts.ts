// The chapter `transcripts`: what ran and what runs, every line of it.
import { exportTranscript } from '#shared/transcript/export.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { answer, notFound } from './answer.ts'
import { live } from './live.ts'
import type { ServiceTools } from './tools.ts'

type Tools = Pick<ServiceTools, 'storage' | 'hub' | 'changes'>

export function createTranscripts({ storage: { transcripts }, hub, changes }: Tools) {
  const find = (id: string) => {
    hub.flush()
    const transcript = transcripts.get(id)
    if (transcript === null) throw notFound(id)
    return transcript
  }

  return {
    list: answer.transcripts.list.handler(({ input }) => {
      hub.flush()
      return transcripts.list(input.origin, input.limit)
    }),
    get: answer.transcripts.get.handler(({ input }) => find(input.id)),
    entries: answer.transcripts.entries.handler(({ input: { id, from, limit } }) => {
      find(id)
      return transcripts.entries(id, from, limit)
    }),
    hidden: answer.transcripts.hidden.handler(({ input: { id, index } }) => hub.hidden(id, index)),
    watch: answer.transcripts.watch.handler(({ signal }) => live(signal, hub.watch)),
    update: answer.transcripts.update.handler(({ input: { id, name, isKept } }) => {
      find(id)
      const updated = transcripts.update(id, { name, isKept })
      if (updated === null) throw notFound(id)
      changes.publish('transcripts')
      return updated
    }),
    remove: answer.transcripts.remove.handler(({ input }) => {
      find(input.id)
      hub.remove(input.id)
      changes.publish('transcripts')
    }),
    export: answer.transcripts.export.handler(({ input: { id, format } }) => {
      const transcript = find(id)
      const entries: Entry[] = transcripts.entries(id, 0, transcript.entryCount)
      return exportTranscript(transcript, entries, format)
    }),
  }
}
