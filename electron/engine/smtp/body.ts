// The data of a mail on its way (RFC 5321 §4.1.1.4), streamed: never the whole mail in memory.
import type { ComposedMail, Room } from '../mail/composed-mail.ts'
import type { Connection } from '../net/index.ts'
import { createBodyLog } from './body-log.ts'
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
  const log = createBodyLog(connection.tap)
  let held: Buffer[] = []
  try {
    for await (const chunk of mail.open(createRoom())) {
      if (connection.hasInput()) return null
      await connection.write(held, tools.seconds)
      await connection.written(tools.seconds)
      held = stuffer.write(chunk)
      log.add(chunk, held)
      tools.onProgress(log.octets, mail.size)
    }
    return [...held, stuffer.end()]
  } finally {
    log.tell()
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
