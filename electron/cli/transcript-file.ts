// The file of --transcript: opened before anything is sent, so that a wrong name is told in time; written at the end.
import { open } from 'node:fs/promises'
import { toJsonLines } from '#shared/transcript/export.ts'
import { toText } from '#shared/transcript/text.ts'
import type { KeptSession } from './recorder.ts'
import type { Terminal } from './terminal.ts'
import { UsageError } from './usage-error.ts'

export type TranscriptFile = { write(sessions: readonly KeptSession[]): Promise<void> }

/** JSON Lines where the name ends so, else text. */
export async function openTranscriptFile(file: string, { err, words }: Terminal): Promise<TranscriptFile> {
  const format = /\.jsonl$/i.test(file) ? toJsonLines : toText
  // Only its owner may read it: a conversation names who writes to whom.
  const handle = await open(file, 'w', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(words.fileUnwritable('--transcript', file, error.code ?? error.message))
  })
  return {
    async write(sessions) {
      const texts = sessions.map(({ transcript, entries }) => format(transcript, entries))
      await handle.writeFile(texts.join(format === toText ? '\n' : ''))
      await handle.close()
      err.write(`${words.transcriptWritten(file)}\n`)
    },
  }
}
