// What the log keeps of the data of a mail on its way: how it begins, how large it was, how fast it went; or all of it, when asked.
import { decode } from '../net/decode.ts'
import type { Tap } from '../net/tap.ts'

export type BodyLog = {
  /** Octets of the mail so far, as they were before dots were doubled. */
  readonly octets: number
  /** `pieces`: the same as it goes over the wire. */
  add(chunk: Uint8Array, pieces: readonly Buffer[]): void
  /** That is all of it. */
  tell(): void
}

export function createBodyLog(tap: Tap): BodyLog {
  const began = performance.now()
  const text = tap.keepsBodies ? wholeText(tap) : firstLines()
  let octets = 0
  let wireOctets = 0
  return {
    get octets() {
      return octets
    },
    add(chunk, pieces) {
      octets += chunk.length
      for (const piece of pieces) wireOctets += piece.length
      text.add(chunk, pieces)
    },
    tell() {
      const ms = performance.now() - began
      const octetsPerSecond = Math.round((octets / Math.max(ms, 0.001)) * 1000)
      const inAll = text.told === 0 ? {} : { wireOctets }
      const facts = { octets, ...inAll, ms: Math.round(ms * 1000) / 1000, octetsPerSecond }
      tap.body('client', text.rest(), wireOctets - text.told, facts)
    },
  }
}

type KeptText = {
  add(chunk: Uint8Array, pieces: readonly Buffer[]): void
  /** What no entry has yet. */
  rest(): Uint8Array | string
  /** Octets that entries have already. */
  readonly told: number
}

function firstLines(): KeptText {
  let start = Buffer.alloc(0)
  return {
    told: 0,
    add(chunk) {
      if (start.length < shownOctets) start = Buffer.concat([start, chunk.subarray(0, shownOctets - start.length)])
    },
    rest: () => decode(start).text.split('\r\n').slice(0, shownLines).join('\n').trimEnd(),
  }
}

/** A stretch of lines an entry, so that neither the mail nor a row of the log is ever large in memory. */
function wholeText(tap: Tap): KeptText {
  let held = Buffer.alloc(0)
  let told = 0
  return {
    get told() {
      return told
    },
    add(_chunk, pieces) {
      held = Buffer.concat([held, ...pieces])
      while (held.length > stretchOctets) {
        const end = held.lastIndexOf(lf, stretchOctets - 1) + 1 || stretchOctets
        tap.body('client', held.subarray(0, end), end, { isPart: true })
        told += end
        held = held.subarray(end)
      }
    },
    rest: () => held,
  }
}

const shownOctets = 2_048
const shownLines = 24
const stretchOctets = 16 * 1024
const lf = 0x0a
