// The server's ear: the next line of the client, noted in the transcript, as a command or as the reply that refuses it.
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'
import { type Command, isHttp, parseCommand } from './command.ts'
import type { Verb } from './phases.ts'
import { replies } from './replies.ts'
import type { Session } from './session.ts'
import { shownCommand } from './shown.ts'
import type { Line } from './wire.ts'

export type Heard =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'refused'; readonly reply: Reply; readonly next: 'listen' | 'end' }
  | { readonly kind: 'end' }

export type Hearing = {
  next(): Promise<Heard>
  /** Counts the replies that tell of a mistake; true when there were too many. */
  isEnough(reply: Reply | null): boolean
}

export function createHearing({ wire, tap, host }: Session): Hearing {
  const { limits } = host
  let isFirst = true
  let mistakes = 0
  /** A login was refused before its end: a client that did not wait may send the password as if it were a command. */
  let mayBeSecret = false

  return {
    async next() {
      const line = await wire.line(limits.commandLine, limits.commandTime)
      if (line.kind === 'end') return line
      const heard = read(line)
      const verb = heard.kind === 'command' ? heard.command.verb : 'unknown'
      tap.stage = stages[verb] ?? tap.stage
      tap.line('client', line.octets, line.ending, shownCommand(line.octets, mayBeSecret && verb === 'unknown'))
      mayBeSecret = /^\s*AUTH/i.test(line.octets.toString('latin1')) || (mayBeSecret && verb === 'unknown')
      isFirst = false
      return heard
    },
    isEnough(reply) {
      if (reply !== null && mistakeCodes.includes(reply.code)) mistakes += 1
      return mistakes > limits.mistakes
    },
  }

  function read(line: Exclude<Line, { kind: 'end' }>): Heard {
    if (isFirst && isHttp(line.octets)) return { kind: 'refused', reply: replies.notHttp, next: 'end' }
    if (line.kind === 'too-long') return { kind: 'refused', reply: replies.lineTooLong, next: 'listen' }
    if (line.ending === 'lf') return { kind: 'refused', reply: replies.bareLineFeed, next: 'listen' }
    const command = parseCommand(line.octets)
    if (command === null) return { kind: 'refused', reply: replies.badCharacters, next: 'listen' }
    return { kind: 'command', command }
  }
}

const mistakeCodes: readonly number[] = [500, 501, 502, 503, 504, 530, 535, 538, 555]

const stages: Partial<Readonly<Record<Verb, Stage>>> = {
  EHLO: 'ehlo',
  HELO: 'ehlo',
  LHLO: 'ehlo',
  STARTTLS: 'tls',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'data',
  BDAT: 'data',
  QUIT: 'quit',
}
