// Commands as values (RFC 5321 §4.1): what goes over the wire, and what may be shown of it.
import { hasControl } from '#shared/address/index.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import type { Stage } from '#shared/values/stage.ts'
import { smtpError } from '../smtp-error.ts'
import { shownLine } from './shown-line.ts'

export type Command = {
  /** What a reply that refuses it is said to refuse: `RCPT`. */
  readonly verb: string
  /** The stage it belongs to. */
  readonly stage: Stage
  /** The line without its CRLF. */
  readonly wire: string
  /** The same with secrets hidden; equal to `wire` where there is none. */
  readonly shown: string
}

export const ehlo = (name: string): Command => command('ehlo', 'EHLO', [greetingName(name)])
export const helo = (name: string): Command => command('ehlo', 'HELO', [greetingName(name)])
/** RFC 2033 §4.1 */
export const lhlo = (name: string): Command => command('ehlo', 'LHLO', [greetingName(name)])
export const startTls = (): Command => command('tls', 'STARTTLS')
export const data = (): Command => command('data', 'DATA')
/** RFC 3030 §2: so many octets follow at once. */
export const bdat = (octets: number, isLast: boolean): Command =>
  command('data', 'BDAT', [String(octets), ...(isLast ? ['LAST'] : [])])
export const rset = (stage: Stage): Command => command(stage, 'RSET')
export const noop = (stage: Stage): Command => command(stage, 'NOOP')
export const quit = (): Command => command('quit', 'QUIT')
export const vrfy = (text: string): Command => command('rcpt', 'VRFY', [plain(text, 'address-invalid', 'rcpt')])
export const expn = (list: string): Command => command('rcpt', 'EXPN', [plain(list, 'address-invalid', 'rcpt')])
export const help = (stage: Stage, topic: string): Command =>
  command(stage, 'HELP', topic === '' ? [] : [plain(topic, 'wire-option-invalid', stage)])
/** RFC 1985 §5, §5.3: a host, `@domain`, or `#queue`. */
export const etrn = (node: string): Command => command('mail', 'ETRN', [plain(node, 'wire-option-invalid', 'mail')])
/** XCLIENT and XFORWARD: `NAME=value`, in xtext. */
export const attributes = (stage: Stage, verb: string, texts: readonly string[]): Command =>
  command(
    stage,
    verb,
    texts.map((text) => plain(text, 'wire-option-invalid', stage)),
  )
/** Whatever a person types, as long as it is one line. */
export function typed(stage: Stage, text: string, isSecret = false): Command {
  const wire = plain(text, 'wire-option-invalid', stage, 'rawLines')
  const shown = shownLine(wire, isSecret)
  return { verb: shown.split(' ', 1)[0] ?? '', stage, wire, shown }
}

/** `address` without brackets; empty for the null sender. Parameters as `SIZE=1000`. */
export const mailFrom = (address: string, parameters: readonly string[] = []): Command =>
  command('mail', 'MAIL', [
    `FROM:<${path(address, 'mail')}>`,
    ...parameters.map((text) => plain(text, 'wire-option-invalid', 'mail', 'mailParameters')),
  ])

export const rcptTo = (address: string, parameters: readonly string[] = []): Command =>
  command('rcpt', 'RCPT', [
    `TO:<${path(address, 'rcpt')}>`,
    ...parameters.map((text) => plain(text, 'wire-option-invalid', 'rcpt', 'rcptParameters')),
  ])

/** `response`: the initial response in base64, or null for none. `shown`: what a person sees in its place. */
export function auth(mechanism: string, response: string | null, shown: string | null): Command {
  const name = plain(mechanism, 'profile-invalid', 'auth')
  if (response === null) return command('auth', 'AUTH', [name])
  // RFC 4954 §4: a single `=` is an initial response of no octets.
  const base64 = response === '' ? '=' : plain(response, 'internal', 'auth')
  return { verb: 'AUTH', stage: 'auth', wire: `AUTH ${name} ${base64}`, shown: `AUTH ${name} ${shown ?? base64}` }
}

/** A line of an AUTH exchange (RFC 4954 §4), in base64; `*` cancels it. */
export function authResponse(response: string, shown: string): Command {
  return { verb: 'AUTH', stage: 'auth', wire: plain(response, 'internal', 'auth'), shown }
}

function command(stage: Stage, verb: string, words: readonly string[] = []): Command {
  const wire = [verb, ...words].join(' ')
  return { verb, stage, wire, shown: wire }
}

/** CR, LF and NUL would let a text pose as another command; no other control has a place in one either. */
function plain(text: string, kind: FailureKind, stage: Stage, field: string = fieldOf[stage] ?? stage): string {
  if (!hasControl(text)) return text
  const visible = JSON.stringify(text)
  throw smtpError(kind, stage, `A line break or control character stands in ${visible}; nothing was written.`, {
    facts: { address: visible, field, reason: 'it holds a control character' },
  })
}

/** Where a person typed what a command says. */
const fieldOf: Partial<Record<Stage, string>> = { ehlo: 'ehloName', mail: 'from', rcpt: 'to', auth: 'login' }

function path(address: string, stage: 'mail' | 'rcpt'): string {
  const text = plain(address, 'address-invalid', stage)
  // In a quoted local part they are letters like any other.
  if (!/[<>]/.test(text) || !/[<>]/.test(text.replace(/"(?:[^"\\]|\\.)*"/g, ''))) return text
  throw smtpError('address-invalid', stage, `${text} holds an angle bracket; nothing was written.`, {
    facts: { address: text, field: fieldOf[stage] },
  })
}

function greetingName(name: string): string {
  const text = plain(name, 'profile-invalid', 'ehlo')
  if (/^\S+$/.test(text)) return text
  throw smtpError('profile-invalid', 'ehlo', `“${text}” cannot stand in EHLO: it is empty or holds a space.`, {
    facts: { field: 'ehloName', name: text, reason: 'the EHLO name is empty or holds a space' },
  })
}
