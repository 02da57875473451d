// What is measured: the model of the protocol log, as the window has it, while a session tells so many lines.
import { createTap } from '../../../electron/engine/net/index.ts'
import { createTranscriptStore } from '../../../renderer/transcript/session-store.ts'
import type { TranscriptEvent } from '../../../shared/contract/transcripts.ts'
import type { Entry } from '../../../shared/values/transcript.ts'
import { fakeTranscripts, transcript } from '../../unit/renderer/transcript/fake-transcripts.ts'
import { sayMail } from '../lines.ts'
import { runMeasured } from './measured.ts'

const id = 'session'

/** Entries that come in one frame of the channel. */
const frame = 200

/** One session, frame after frame; each was text on the channel and becomes objects here. */
function* session(lines: number): Generator<TranscriptEvent> {
  yield { kind: 'began', transcript: transcript(id) }
  let entries: Entry[] = []
  const tap = createTap({ id, add: (entry) => entries.push(entry), end: () => {} })
  for (let told = 0; told < lines; told += entries.length) {
    entries = []
    while (entries.length < frame) sayMail(tap)
    yield JSON.parse(JSON.stringify({ kind: 'entries', id, entries }))
  }
}

await runMeasured(async () => async (lines) => {
  const { api, tell, end } = fakeTranscripts()
  const store = createTranscriptStore({ transcripts: api, openLog: () => {}, soon: (run) => setTimeout(run, 16) })
  const following = store.getState().follow(new AbortController().signal)
  for (const event of session(lines)) await tell(event)
  await end()
  await following
  if (store.getState().at(id, lines - 1) === undefined) throw new Error('The last line is not there.')
})
