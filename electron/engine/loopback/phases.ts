// The server's half of SMTP as a table: while <phase>, <verb> is answered by <answer>. An answer is either an act, done
// in acts.ts, or the reply that says why not now. Nothing else decides what is allowed when.
import type { Listener } from '#shared/values/loopback.ts'
import type { Reply } from '#shared/values/reply.ts'
import { replies } from './replies.ts'

export const verbs = [
  ...['EHLO', 'HELO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'BDAT'],
  ...['RSET', 'NOOP', 'VRFY', 'EXPN', 'HELP', 'QUIT', 'unknown'],
] as const satisfies readonly Verb[]

export type Verb =
  | ('EHLO' | 'HELO' | 'LHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'BDAT')
  | ('RSET' | 'NOOP' | 'VRFY' | 'EXPN' | 'HELP' | 'QUIT' | 'unknown')

export type Act =
  | ('greet' | 'greet plainly' | 'start TLS' | 'log in' | 'take sender' | 'take recipient' | 'take content')
  | ('take chunk' | 'pass chunk over' | 'reset' | 'leave')

export type Answer = Act | Reply

/** Where a session rests between two mails. */
export type RestingPhase =
  /** The role of 25, outside TLS: mail is taken; a login is not. */
  | 'plain'
  /** The role of 25, inside TLS: mail is taken; a login may come first. */
  | 'secure'
  /** Submission outside TLS: nothing but STARTTLS. */
  | 'insecure'
  /** Submission inside TLS: a login comes first. */
  | 'locked'
  /** Logged in. */
  | 'known'

export type Phase =
  /** Connected, or TLS has just begun: no EHLO yet. */
  | 'unintroduced'
  | RestingPhase
  /** MAIL was accepted. */
  | 'sender'
  /** MAIL and a first RCPT were accepted. */
  | 'recipients'
  /** A first chunk of the mail was taken. */
  | 'chunks'

type Row = Readonly<Record<Verb, Answer>>

const anyTime = {
  EHLO: 'greet',
  HELO: 'greet plainly',
  LHLO: replies.notLmtp,
  // Where it is offered, a scenario says so.
  BDAT: replies.unknown,
  RSET: 'reset',
  NOOP: replies.done,
  VRFY: replies.cannotVerify,
  EXPN: replies.notOffered,
  HELP: replies.help,
  QUIT: 'leave',
  unknown: replies.unknown,
} as const

const unintroduced: Row = {
  ...anyTime,
  STARTTLS: replies.helloFirst,
  AUTH: replies.helloFirst,
  MAIL: replies.helloFirst,
  RCPT: replies.helloFirst,
  DATA: replies.helloFirst,
}

const plain: Row = {
  ...anyTime,
  STARTTLS: 'start TLS',
  AUTH: replies.loginNeedsTls,
  MAIL: 'take sender',
  RCPT: replies.mailFirst,
  DATA: replies.mailFirst,
}

const secure: Row = { ...plain, STARTTLS: replies.alreadySecure, AUTH: 'log in' }

const known: Row = { ...secure, AUTH: replies.alreadyLoggedIn }

const insecure: Row = {
  ...anyTime,
  STARTTLS: 'start TLS',
  AUTH: replies.tlsFirst,
  MAIL: replies.tlsFirst,
  RCPT: replies.tlsFirst,
  DATA: replies.tlsFirst,
  VRFY: replies.tlsFirst,
}

const locked: Row = {
  ...anyTime,
  STARTTLS: replies.alreadySecure,
  AUTH: 'log in',
  MAIL: replies.loginFirst,
  RCPT: replies.loginFirst,
  DATA: replies.loginFirst,
  VRFY: replies.loginFirst,
}

const sender: Row = {
  ...anyTime,
  STARTTLS: replies.mailInProgress,
  AUTH: replies.mailInProgress, // RFC 4954 §4
  MAIL: replies.mailInProgress,
  RCPT: 'take recipient',
  DATA: replies.noRecipients,
}

const recipients: Row = { ...sender, DATA: 'take content' }

// RFC 3030 §2: DATA and BDAT are not for the same mail.
const chunks: Row = { ...sender, RCPT: replies.mailInProgress, DATA: replies.chunksBegun }

export const phases: Readonly<Record<Phase, Row>> = {
  unintroduced,
  plain,
  secure,
  insecure,
  locked,
  known,
  sender,
  recipients,
  chunks,
}

export function restingPhase(role: Listener['role'], isTls: boolean, user: string | null): RestingPhase {
  if (user !== null) return 'known'
  if (role === 'mx') return isTls ? 'secure' : 'plain'
  return isTls ? 'locked' : 'insecure'
}
