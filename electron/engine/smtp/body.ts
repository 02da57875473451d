// The data of a mail on its way (RFC 5321 §4.1.1.4), streamed: never the whole mail in memory.
import type { ComposedMail, Room } from '../mail/composed-mail.ts'
import { decode } from '../net/decode.ts'
import type { Connection } from '../net/index.ts'
import { createDotStuffer } from './dot-stuffing.ts'

export type BodyTools = {
  /** For each block (RFC 5321 §4.5.3.2.5). */
  readonly seconds: number
  readonly onProgress: (sent: number, total: number) => void
}

/**
 * Writes all but the last piece, and returns that with the final dot, so that both leave in one write; null when the server
 * spoke in the middle of it, for it has made up its mind then.
 */
export async function sendBody(
  connection: Connection,
  mail: ComposedMail,
  tools: BodyTools,
): Promise<readonly Buffer[] | null> {
  const stuffer = createDotStuffer()
  const summary = createSummary(connection)
  let held: Buffer[] = []
  try {
    for await (const chunk of mail.open(createRoom())) {
      if (connection.hasInput()) return null
      await connection.write(held, tools.seconds)
      await connection.written(tools.seconds)
      held = stuffer.write(chunk)
      summary.add(chunk, held)
      tools.onProgress(summary.octets, mail.size)
    }
    return [...held, stuffer.end()]
  } finally {
    summary.tell()
  }
}

/** Two stretches of memory in turn: while one is filled, the other is handed to the system. */
export function createRoom(): Room {
  let next = Buffer.alloc(0)
  let other = Buffer.alloc(0)
  return (octets) => {
    ;[next, other] = [other.length < octets ? Buffer.allocUnsafeSlow(octets) : other, next]
    return next.subarray(0, octets)
  }
}

type Summary = { readonly octets: number; add(chunk: Uint8Array, pieces: readonly Buffer[]): void; tell(): void }

/** What the log keeps of a body: how it begins, how large it was, how fast it went. */
export function createSummary({ tap }: Connection): Summary {
  const began = performance.now()
  let octets = 0
  let wireOctets = 0
  let start = Buffer.alloc(0)
  return {
    get octets() {
      return octets
    },
    add(chunk, pieces) {
      octets += chunk.length
      for (const piece of pieces) wireOctets += piece.length
      if (start.length < shownOctets) start = Buffer.concat([start, chunk.subarray(0, shownOctets - start.length)])
    },
    tell() {
      const ms = performance.now() - began
      const octetsPerSecond = Math.round((octets / Math.max(ms, 0.001)) * 1000)
      const firstLines = decode(start).text.split('\r\n').slice(0, shownLines).join('\n').trimEnd()
      tap.body('client', firstLines, wireOctets, { octets, ms: Math.round(ms * 1000) / 1000, octetsPerSecond })
    },
  }
}

const shownOctets = 2_048
const shownLines = 24
