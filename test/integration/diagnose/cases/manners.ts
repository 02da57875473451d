// What every server must bear: a server spoiled in one way each.
import type { Faults } from '../../../fakes/faulty-server.ts'
import type { FaultCase } from './fault-case.ts'

const answering = (pattern: RegExp, answer: string | null): Faults => ({
  answer: ({ text }) => (pattern.test(text) ? answer : undefined),
})

const isSilent = { isSilent: true } as const

export const mannersCases: readonly FaultCase[] = [
  ['EHL-10', 'refuses what is too large', answering(/^MAIL .*SIZE=/, '552 5.3.4 Too large'), 'pass'],
  ['EHL-10', 'welcomes it', {}, 'warn'],
  ['EHL-10', 'wants a login first', answering(/^MAIL/, '530 5.7.0 Login'), 'indeterminate'],
  ['EHL-10', 'states no limit', { offers: () => ['8BITMIME'] }, undefined],
  ['EHL-16', 'takes names and addresses', {}, 'pass'],
  ['EHL-16', 'takes no address', answering(/^EHLO \[/, '501 5.5.4 No'), 'warn'],
  ['EHL-16', 'takes no name', answering(/^EHLO client/, '504 5.5.2 No'), 'fail'],
  ['EHL-17', 'refuses a mistake and goes on', {}, 'pass'],
  ['EHL-17', 'hangs up at a mistake', answering(/^XYZZY/, 'hang up'), 'warn'],
  ['EHL-17', 'says nothing to a mistake', answering(/^XYZZY/, null), 'fail', isSilent],
  ['EHL-17', 'likes a mistake', answering(/^XYZZY/, '250 Fine'), 'warn'],
  ['EHL-20', 'takes leave', {}, 'pass'],
  ['EHL-20', 'refuses RSET', answering(/^RSET/, '502 No'), 'fail'],
  ['EHL-20', 'hangs up at QUIT', answering(/^QUIT/, 'hang up'), 'warn'],
]
