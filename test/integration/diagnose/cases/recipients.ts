// Which recipients and relaying a server takes: a server spoiled in one way each.
import type { Faults, Line } from '../../../fakes/faulty-server.ts'
import type { FaultCase } from './fault-case.ts'

const known = /^RCPT TO:<(postmaster|abuse)(@(127\.0\.0\.1|\[127\.0\.0\.1\]))?>/i
/** A server that takes mail for its postmaster and abuse desk, and for nobody else. */
const sound = ({ text }: Line) => {
  if (/^RCPT/i.test(text)) return known.test(text) ? '250 2.1.5 OK' : '550 5.1.1 Nobody'
  if (/^MAIL FROM:.*invalid/.test(text)) return '550 5.1.8 No such domain'
  if (/^MAIL FROM:[^<]/.test(text)) return '501 5.5.4 Brackets'
  if (/^MAIL .*X-HELOISE/.test(text)) return '555 5.5.4 What?'
  return /^(VRFY|EXPN)/.test(text) ? '502 5.5.1 No' : undefined
}
const soundServer: Faults = { answer: sound }
const but = (pattern: RegExp, answer: string | null): Faults => ({
  answer: (line) => (pattern.test(line.text) ? answer : sound(line)),
})

const greylisted = but(/^RCPT/, '450 4.7.1 Greylisted, come back later')
const isSilent = { isSilent: true } as const

export const recipientCases: readonly FaultCase[] = [
  ['REL-01', 'takes nothing for strangers', soundServer, 'pass'],
  ['REL-01', 'takes all', {}, 'fail'],
  ['REL-01', 'takes one old form', but(/^RCPT TO:<b%example\.com@/, '250 2.1.5 OK'), 'fail'],
  ['REL-01', 'takes nothing at all', but(/^RCPT/, '554 5.7.1 No'), 'warn'],
  ['REL-01', 'says nothing', but(/^MAIL/, null), 'indeterminate', isSilent],
  ['POL-01', 'knows who is there', soundServer, 'pass'],
  ['POL-01', 'puts unknown ones off', but(/^RCPT TO:<[a-z]{20}@/, '450 4.1.1 Later'), 'warn'],
  ['POL-01', 'puts all strangers off', greylisted, 'indeterminate'],
  ['POL-01', 'takes everybody', {}, 'fail'],
  ['POL-02', 'has a postmaster', soundServer, 'pass'],
  ['POL-02', 'knows none without a domain', but(/^RCPT TO:<postmaster>/, '550 5.1.1 Nobody'), 'fail'],
  ['POL-02', 'puts the postmaster off', but(/^RCPT TO:<postmaster>/, '450 4.2.1 The mailbox is not active'), 'warn'],
  ['POL-02', 'puts all strangers off', greylisted, 'indeterminate'],
  ['POL-03', 'has an abuse desk', soundServer, 'pass'],
  ['POL-03', 'has none', but(/^RCPT TO:<abuse/, '550 5.1.1 Nobody'), 'fail'],
  ['POL-03', 'puts all strangers off', greylisted, 'indeterminate'],
  ['POL-04', 'takes bounces', soundServer, 'pass'],
  ['POL-04', 'takes none', but(/^MAIL FROM:<>/, '550 5.7.1 No bounces'), 'fail'],
  ['POL-04', 'has no postmaster either', but(/^RCPT/, '550 5.1.1 Nobody'), 'indeterminate'],
  ['POL-05', 'takes mail to its address', soundServer, 'pass'],
  ['POL-05', 'does not', but(/^RCPT TO:<postmaster@\[/, '550 5.1.1 Nobody'), 'info'],
  ['POL-06', 'tells nothing', soundServer, 'pass'],
  ['POL-06', 'tells them apart', but(/^VRFY postmaster/, '250 2.1.5 Here'), 'fail'],
  ['POL-06', 'says yes to all', but(/^VRFY/, '250 2.1.5 Here'), 'warn'],
  ['POL-07', 'tells nothing', soundServer, 'pass'],
  ['POL-07', 'tells a list', but(/^EXPN/, '250 2.1.5 <ana@example.com>'), 'fail'],
  ['POL-08', 'does not', soundServer, 'pass'],
  ['POL-08', 'does', greylisted, 'warn'],
  ['POL-09', 'does not believe it', soundServer, 'pass'],
  ['POL-09', 'believes it', but(/^MAIL FROM:.*invalid/, '250 2.1.0 OK'), 'warn'],
  ['POL-11', 'refuses what is wrong', soundServer, 'pass'],
  ['POL-11', 'takes what is wrong', but(/^MAIL FROM:[^<]/, '250 2.1.0 OK'), 'info'],
  ['POL-11', 'hangs up', but(/^MAIL FROM:<"/, 'hang up'), 'fail'],
  ['POL-12', 'says 555', soundServer, 'pass'],
  ['POL-12', 'says 501', but(/X-HELOISE/, '501 5.5.4 What?'), 'warn'],
  ['POL-12', 'does not care', but(/X-HELOISE/, '250 2.1.0 OK'), 'fail'],
]
