// Lines that a person types into the conversation, as they are; their replies are read, whatever they say.
import { wireNotePrefix } from '#shared/transcript/wire-notes.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { RawLine, WireOptions } from '#shared/values/wire-options.ts'
import type { Connection } from '../net/index.ts'
import { SmtpError } from '../smtp-error.ts'
import { typed } from './command.ts'
import { exchange, orClosing, readReply, refuseUnasked } from './exchange.ts'
import { secretsIn, shownLine } from './shown-line.ts'

/** All that belong to this place, in their order. */
export async function sayRawLines(
  connection: Connection,
  { rawLines }: WireOptions,
  place: RawLine['after'],
  seconds: number,
): Promise<void> {
  for (const line of rawLines.filter(({ after }) => after === place)) {
    connection.tap.event('note', `${wireNotePrefix}a raw line after ${place}.`)
    if (line.isExact) await sayOctets(connection, { text: line.text, isSecret: false }, seconds)
    else await sayLine(connection, line.text, seconds)
  }
}

function sayLine(connection: Connection, text: string, seconds: number): Promise<Reply> {
  connection.hide(secretsIn(text, false))
  return exchange(connection, typed(connection.tap.stage, text), seconds)
}

type Said = { readonly text: string; readonly isSecret: boolean }

/** Octets as they are; as many replies are read as there are line ends, the first of them with patience. */
export async function sayOctets(connection: Connection, { text, isSecret }: Said, seconds: number): Promise<Reply[]> {
  await refuseUnasked(connection, seconds)
  const octets = unescaped(text)
  connection.hide(secretsIn(text, isSecret))
  connection.tap.line('client', octets, 'none', shownLine(text, isSecret))
  await connection.write([octets], seconds)
  const replies: Reply[] = []
  const lineEnds = octets.filter((octet) => octet === lf).length
  while (replies.length < lineEnds) {
    const reply = await readReply(connection, 'the raw line', replies.length === 0 ? seconds : grace).catch(silentOr)
    if (reply === 'silent') break
    replies.push(orClosing(connection, reply))
  }
  return replies
}

const lf = 0x0a

/** Seconds for a further reply: whether a bare LF is a line end is for the server to say. */
const grace = 1

function silentOr(error: unknown): 'silent' {
  if (error instanceof SmtpError && error.failure.kind === 'reply-timed-out') return 'silent'
  throw error
}

/** `\r`, `\n`, `\0`, `\t`, `\\` and `\xHH` as octets; the rest as UTF-8. */
export function unescaped(text: string): Buffer {
  const pieces = text.split(/(\\x[0-9A-Fa-f]{2}|\\[rn0t\\])/)
  return Buffer.concat(pieces.map((piece, index) => (index % 2 === 0 ? Buffer.from(piece) : escapedOctet(piece))))
}

function escapedOctet(text: string): Buffer {
  if (text.startsWith('\\x')) return Buffer.from([Number.parseInt(text.slice(2), 16)])
  return Buffer.from(escapes[text.slice(1)] ?? '')
}

const escapes: Readonly<Record<string, string>> = { r: '\r', n: '\n', 0: '\0', t: '\t', '\\': '\\' }
