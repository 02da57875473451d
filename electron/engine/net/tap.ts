// The one tap: every line in or out of a session, and every event beside them, passes here and becomes an entry.
// A command is recorded by its shown text: no entry ever holds a secret.

import type { Stage } from '#shared/values/stage.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { type Decoded, decode } from './decode.ts'

/** Where the entries of one session go. */
export type Recording = {
  readonly id: string
  /** Whether it wants the data of mails whole, a stretch of lines an entry, and not their first lines alone. */
  readonly keepsBodies?: boolean
  add(entry: Entry): void
  /** The line itself, of which this entry shows a part: for a person who asks, and for no store, file or export. */
  conceal?(index: number, line: string): void
  end(outcome: 'ok' | 'failed' | 'stopped'): void
}

/** Opens a recording for each session of a delivery, a diagnosis or the loopback server. */
export type Recorder = { begin(name: string): Recording }

/** Nanoseconds of a clock that never goes back. */
export type Clock = () => number
export const systemClock: Clock = () => Math.round(performance.now() * 1e6)

export type EventKind = 'dns' | 'connect' | 'tls' | 'close' | 'note' | 'warning'
export type Facts = Entry['facts']

export type Tap = {
  /** The stage that entries belong to from now on. */
  stage: Stage
  /** Set once the bytes travel inside TLS. */
  isTls: boolean
  readonly keepsBodies: boolean
  /** One line of the wire, without its ending; a text is UTF-8. `shown` replaces it when the line carries a secret. */
  line(direction: 'client' | 'server', line: Uint8Array | string, ending: Entry['ending'], shown?: string): Entry
  /** The data of a mail, or its first lines; and how many octets went over the wire. */
  body(direction: 'client' | 'server', data: Uint8Array | string, bytes: number, facts: Facts): Entry
  /** Something that happened beside the wire, as one English sentence with its facts. */
  event(kind: EventKind, text: string, facts?: Facts): Entry
}

/** What there is to say of an entry; when and where is known here. */
type Said = Omit<Entry, 'index' | 'time' | 'pause' | 'isTls' | 'stage'>

export function createTap(recording: Recording, clock: Clock = systemClock): Tap {
  const begin = clock()
  let last = begin
  let index = 0

  const add = ({ direction, kind, text, encoding, ending, bytes, facts }: Said): Entry => {
    const now = clock()
    const { isTls, stage } = tap
    // Each field by its name: there are ten entries to a mail, and spreading is slow.
    const entry: Entry = {
      index,
      time: now - begin,
      pause: now - last,
      direction,
      kind,
      isTls,
      stage,
      text,
      encoding,
      ending,
      bytes,
      facts,
    }
    index += 1
    last = now
    recording.add(entry)
    return entry
  }

  const tap: Tap = {
    stage: 'connect',
    isTls: false,
    keepsBodies: recording.keepsBodies ?? false,
    line(direction, line, ending, shown) {
      const bytes = Buffer.byteLength(line) + endingLength[ending]
      const said = shown ?? line
      const { text, encoding } = textOf(said)
      const entry = add({ direction, kind: 'line', text, encoding, ending, bytes, facts: {} })
      if (shown !== undefined) recording.conceal?.(entry.index, textOf(line).text)
      return entry
    },
    body(direction, data, bytes, facts) {
      const { text, encoding } = textOf(data)
      return add({ direction, kind: 'body', text, encoding, ending: 'none', bytes, facts })
    },
    event: (kind, text, facts = {}) =>
      add({ direction: 'event', kind, text, encoding: 'utf8', ending: 'none', bytes: 0, facts }),
  }
  return tap
}

const textOf = (data: Uint8Array | string): Decoded =>
  typeof data === 'string' ? { text: data, encoding: 'utf8' } : decode(data)

const endingLength = { crlf: 2, lf: 1, none: 0 } as const
