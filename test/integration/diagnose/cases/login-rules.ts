// How logins are handled, without a password: a server spoiled in one way each.
import type { Faults, Line } from '../../../fakes/faulty-server.ts'
import { identity } from '../../loopback/test-server.ts'
import type { FaultCase } from './fault-case.ts'

const offers = (isTls: boolean) => (isTls ? ['AUTH PLAIN LOGIN'] : ['STARTTLS'])
/** A server that handles AUTH as RFC 4954 §4 says. */
const sound = ({ text, isTls, before }: Line) => {
  if (/^AUTH (PLAIN|LOGIN)$/.test(text)) return isTls ? '334 ' : '503 5.5.1 STARTTLS first'
  if (/^AUTH /.test(text)) return '504 5.5.4 Unknown'
  if (/^AUTH /.test(before.at(-2) ?? '') && /^[*!]$/.test(text)) return '501 5.5.2 Given up'
  return /^MAIL/.test(text) ? '530 5.7.0 Log in first' : undefined
}
const but = (pattern: RegExp, answer: string | null): Faults => ({
  identity,
  offers,
  answer: (line) => (pattern.test(line.text) ? answer : sound(line)),
})
const soundServer: Faults = { identity, offers, answer: sound }

const isSilent = { isSilent: true } as const

export const loginRuleCases: readonly FaultCase[] = [
  ['AUT-03', 'refuses it in plain text', soundServer, 'pass'],
  ['AUT-03', 'takes it in plain text', but(/^AUTH PLAIN$/, '334 '), 'fail'],
  ['AUT-03', 'says nothing', but(/^AUTH PLAIN$/, null), 'indeterminate', isSilent],
  ['AUT-04', 'ends with 501', soundServer, 'pass'],
  ['AUT-04', 'ends with 535', but(/^!$/, '535 5.7.8 No'), 'warn'],
  ['AUT-04', 'lets us in', but(/^\*$/, '235 2.7.0 Welcome'), 'fail'],
  ['AUT-04', 'says nothing', but(/^\*$/, null), 'fail', isSilent],
  ['AUT-05', 'says 504', soundServer, 'pass'],
  ['AUT-05', 'says 535', but(/^AUTH X-\S+$/, '535 5.7.8 no mechanism available'), 'warn'],
  ['AUT-05', 'goes on', but(/^AUTH X-\S+$/, '334 '), 'fail'],
  ['AUT-10', 'hears it to its end', soundServer, 'pass'],
  ['AUT-10', 'finds it too long', but(/^AUTH X-\S+ A/, '500 5.5.2 Line too long'), 'warn'],
  ['AUT-10', 'hangs up', but(/^AUTH X-\S+ A/, 'hang up'), 'fail'],
  ['AUT-11', 'wants a login', soundServer, 'pass'],
  [
    'AUT-11',
    'wants it at RCPT',
    { identity, offers, answer: ({ text }) => (/^RCPT/.test(text) ? '554 5.7.1 Relay access denied' : undefined) },
    'pass',
  ],
  ['AUT-11', 'takes all', { identity, offers }, 'fail'],
]
