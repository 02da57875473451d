// Commands and their replies, and what can go wrong with any of them.
import type { Reply } from '#shared/values/reply.ts'
import type { ReadLine } from '../net/incoming.ts'
import { type Connection, type Deadline, deadlineIn } from '../net/index.ts'
import type { SmtpError } from '../smtp-error.ts'
import type { Command } from './command.ts'
import { inWords } from './reply-class.ts'
import { beginsReply, createReplyParser, type ReplyOddity, type ReplyParser } from './reply-parser.ts'

/** Sends a command and waits for its reply, whatever it says; 421 alone ends the conversation (RFC 5321 §3.8). */
export async function exchange(connection: Connection, command: Command, seconds: number): Promise<Reply> {
  await sendGroup(connection, [command], seconds)
  return orClosing(connection, await readReply(connection, command.verb, seconds))
}

/** Several commands in one write (RFC 2920); their replies are then read one by one. */
export async function sendGroup(connection: Connection, commands: readonly Command[], seconds: number): Promise<void> {
  await refuseUnasked(connection, seconds)
  sendAhead(connection, commands)
}

/** The same while replies are still due. `behind`: octets that leave with them. */
export function sendAhead(
  connection: Connection,
  commands: readonly Command[],
  behind: readonly Uint8Array[] = [],
): void {
  const first = commands[0]
  if (first !== undefined) connection.enter(first.stage)
  connection.send(commands, behind)
}

/** The next reply as it is, 421 included. `awaited`: the command it answers. */
export async function readReply(connection: Connection, awaited: string, seconds: number): Promise<Reply> {
  return nextReply(connection, awaited, seconds)
}

/** The same without a promise where it is here already, as most are behind a group of commands. */
export function nextReply(connection: Connection, awaited: string, seconds: number): Reply | Promise<Reply> {
  const parser = createReplyParser()
  for (let line = connection.takeLine(); line !== null; line = connection.takeLine()) {
    const reply = replyWith(line, parser, connection, awaited)
    if (reply !== null) return reply
  }
  return awaitReply(connection, parser, awaited, deadlineIn(seconds))
}

async function awaitReply(
  connection: Connection,
  parser: ReplyParser,
  awaited: string,
  deadline: Deadline,
): Promise<Reply> {
  for (;;) {
    const reply = replyWith(await connection.readLine(deadline, awaited), parser, connection, awaited)
    if (reply !== null) return reply
  }
}

/** The reply that ends with this line; null while it goes on. */
function replyWith(line: ReadLine, parser: ReplyParser, connection: Connection, awaited: string): Reply | null {
  // Half a line is no reply, for its rest could have said anything: the next read tells that the connection is lost.
  if (line.ending === 'none' && beginsReply(line.text)) return null
  const step = parser.line(line)
  if (step.kind === 'malformed') throw malformed(connection, step.text, awaited)
  if (step.kind === 'too-long') throw tooLong(connection, step.limit)
  if (step.kind === 'more') return null
  for (const oddity of step.oddities) connection.tap.event('warning', oddityWords[oddity], { oddity })
  return step.reply
}

export function orClosing(connection: Connection, reply: Reply): Reply {
  if (reply.code !== 421) return reply
  throw connection.failure('service-closing', `${connection.peer.host} ends the session: ${inWords(reply)}.`, { reply })
}

/** A server may say 421 unasked and nothing else: another reply would be taken for the answer to the next command. */
export async function refuseUnasked(connection: Connection, seconds: number): Promise<void> {
  if (!connection.hasInput()) return
  const reply = orClosing(connection, await readReply(connection, 'the command before', seconds))
  const server = inWords(reply)
  throw connection.failure('reply-malformed', `${connection.peer.host} spoke without being asked: ${server}.`, {
    reply,
    facts: { server },
  })
}

function malformed(connection: Connection, text: string, command: string): SmtpError {
  const server = text.slice(0, 80)
  const message = `${connection.peer.host} answered ${command} with something that is no SMTP reply: “${server}”.`
  return connection.failure('reply-malformed', message, { facts: { server, command } })
}

function tooLong(connection: Connection, limit: string): SmtpError {
  const message = `${connection.peer.host} sent a reply without an end: over ${limit}.`
  return connection.failure('reply-too-long', message, { facts: { limit } })
}

const oddityWords: Record<ReplyOddity, string> = {
  'bare-lf': 'The line ends in a bare LF, where RFC 5321 §2.3.8 asks for CRLF.',
  'codes-differ': 'The lines of this reply have different codes, against RFC 5321 §4.2.1; the last one counts.',
}
