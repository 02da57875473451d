// Entries written as a golden transcript: `S:`, `C:` and `*` lines become the entries of a session.
import { parseTranscript } from '#shared/transcript/parse.ts'
import type { Stage } from '#shared/values/stage.ts'
import type { Entry, Transcript } from '#shared/values/transcript.ts'

/** `* tls …` turns TLS on for what follows; `C: ~ text` is the body of a mail. */
export function entriesOf(text: string): Entry[] {
  let isTls = false
  return parseTranscript(text).lines.map(({ by, text }, index) => {
    const kind = by === 'event' ? eventKind(text) : text.startsWith('~ ') ? 'body' : 'line'
    if (kind === 'tls') isTls = true
    const shown = by === 'event' ? text.replace(/^\S+ ?/, '') : text.replace(/^~ /, '')
    return entry({ index, direction: by, kind, isTls, text: shown, bytes: by === 'event' ? 0 : shown.length + 2 })
  })
}

export function entry(given: Partial<Entry>): Entry {
  const stage: Stage = 'ehlo'
  return {
    index: 0,
    time: 0,
    pause: 0,
    direction: 'server',
    kind: 'line',
    isTls: false,
    stage,
    text: '',
    encoding: 'utf8',
    ending: 'crlf',
    bytes: 0,
    facts: {},
    ...given,
  }
}

export const storedTranscript = (given: Partial<Transcript> = {}): Transcript => ({
  id: 't1',
  origin: 'send',
  name: 'mx.example:25',
  startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
  endedAt: null,
  outcome: 'ok',
  entryCount: 0,
  isKept: false,
  ...given,
})

const kinds = ['dns', 'connect', 'tls', 'close', 'note', 'warning'] as const
const eventKind = (text: string): Entry['kind'] => kinds.find((kind) => text.startsWith(kind)) ?? 'note'
