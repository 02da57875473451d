// The names of the switches on the wire, and what holds where nobody has set any. No schemas, so that the engine can load it.
import type { WireOptions } from './wire-options.ts'

/** Keywords of EHLO that a person can switch; the names are those of the protocol. */
export const extensionKeywords = [
  'SIZE',
  '8BITMIME',
  'SMTPUTF8',
  'BINARYMIME',
  'CHUNKING',
  'PIPELINING',
  'DSN',
  'DELIVERBY',
  'FUTURERELEASE',
  'MT-PRIORITY',
  'REQUIRETLS',
  'LIMITS',
  'PRDR',
  'NO-SOLICITING',
  /** The parameter AUTH= of MAIL; whether to log in is for the profile to say. */
  'AUTH',
  'XCLIENT',
  'XFORWARD',
] as const

/** `on` uses it although it was not offered, for testing servers. */
export const extensionSwitches = ['off', 'on', 'as-offered'] as const

/** RFC 3461 §4.1 */
export const dsnEvents = ['NEVER', 'SUCCESS', 'FAILURE', 'DELAY'] as const

/** Where a raw line can be said: after the greeting, EHLO (before TLS), the login, MAIL, or the last RCPT. */
export const rawPlaces = ['greeting', 'ehlo', 'auth', 'mail', 'rcpt'] as const

/** How a session ends: with QUIT; by hanging up without a word; or with a TCP reset (RFC 9293 §3.5.2), as a program that crashes. */
export const leaveWays = ['quit', 'drop', 'reset'] as const

/** Attributes that Postfix documents; servers name those they take in their answer to EHLO. */
export const xclientNames = ['NAME', 'ADDR', 'PORT', 'PROTO', 'HELO', 'LOGIN', 'DESTADDR', 'DESTPORT'] as const
export const xforwardNames = ['NAME', 'ADDR', 'PORT', 'PROTO', 'HELO', 'IDENT', 'SOURCE'] as const

/** Everything as offered, and nothing said that a plain mail has no need of. */
export const defaultWire: WireOptions = {
  extensions: {},
  protocol: 'smtp',
  proxyHeader: null,
  xclient: [],
  xforward: [],
  dsn: { notify: [], ret: null, envid: null, orcpt: null },
  deliverBy: null,
  hold: null,
  priority: null,
  requireTls: false,
  mailAuth: null,
  solicit: [],
  chunkSize: null,
  mailParameters: [],
  rcptParameters: [],
  rawLines: [],
  leave: 'quit',
}
