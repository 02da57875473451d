// Speaking quickly, at length and out of turn: a server spoiled in one way each.
import type { Faults, Line } from '../../../fakes/faulty-server.ts'
import type { FaultCase } from './fault-case.ts'

const sound = ({ text, before }: Line) => {
  if (/^NOOP x/.test(text) && text.length > 510) return '500 5.5.2 Line too long'
  const mail = before.slice(before.lastIndexOf('RSET') + 1)
  return text === 'DATA' && !mail.some((line) => line.startsWith('RCPT')) ? '503 5.5.1 No recipients' : undefined
}
const soundServer: Faults = { answer: sound }
const but = (pattern: RegExp, answer: string | null): Faults => ({
  answer: (line) => (pattern.test(line.text) ? answer : sound(line)),
})
const without = (...keywords: string[]): Faults => ({
  offers: () => ['PIPELINING', 'SMTPUTF8', 'DSN'].filter((keyword) => !keywords.includes(keyword)),
  answer: sound,
})
/** Of the connections of this check, the fourth is the one on which we speak first. */
const greetingAt =
  (greeting: string, ...connections: readonly number[]) =>
  (connection: number) =>
    connections.includes(connection) ? greeting : '220 mx.example ESMTP'
const second = (answer: string): Faults => ({
  answer: (line) =>
    /^MAIL/.test(line.text) && line.before.filter((one) => /^MAIL FROM:<heloise@example.org>$/.test(one)).length > 2
      ? answer
      : sound(line),
})

const isSilent = { isSilent: true } as const

export const robustnessCases: readonly FaultCase[] = [
  ['ROB-01', 'answers each', soundServer, 'pass'],
  ['ROB-01', 'lets nobody send', but(/^(MAIL|RCPT)/, '530 5.7.0 Log in first'), 'pass'],
  ['ROB-01', 'loses one', but(/^RCPT/, null), 'fail', isSilent],
  ['ROB-01', 'does not understand one', but(/^RCPT/, '503 5.5.1 MAIL first'), 'fail'],
  ['ROB-01', 'does not offer it', without('PIPELINING'), undefined],
  ['ROB-02', 'bears it', without('PIPELINING'), 'pass'],
  [
    'ROB-02',
    'hangs up',
    { ...without('PIPELINING'), answer: ({ text }) => (/^RCPT/.test(text) ? 'hang up' : undefined) },
    'warn',
  ],
  [
    'ROB-02',
    'loses one',
    { ...without('PIPELINING'), answer: ({ text }) => (/^RCPT/.test(text) ? null : undefined) },
    'info',
    isSilent,
  ],
  ['ROB-03', 'bears it', soundServer, 'warn'],
  ['ROB-03', 'does not', but(/^MAIL FROM:<>$/, '554 5.5.0 Error: SMTP protocol synchronization'), 'pass'],
  ['ROB-03', 'bears none of it', but(/^(MAIL FROM:<>|EHLO client.example)$/, '554 5.5.0 Out of turn'), 'pass'],
  ['ROB-03', 'is busy for a while', { ...soundServer, greeting: greetingAt('421 4.3.2 Busy', 4) }, 'warn'],
  ['ROB-03', 'is busy for long', { ...soundServer, greeting: greetingAt('421 4.3.2 Busy', 4, 5, 6) }, 'indeterminate'],
  ['ROB-03', 'hangs up before it greets', { ...soundServer, greeting: greetingAt('hang up', 4) }, 'indeterminate'],
  ['ROB-03', 'says nothing', but(/^MAIL FROM:<>$/, null), 'indeterminate', isSilent],
  ['ROB-04', 'hears them', soundServer, 'pass'],
  ['ROB-04', 'hangs up at very long ones', but(/^NOOP x{1000}/, 'hang up'), 'warn'],
  ['ROB-04', 'refuses what is not too long', but(/^NOOP x/, '500 5.5.2 Too long'), 'fail'],
  ['ROB-11', 'takes them', soundServer, 'pass'],
  ['ROB-11', 'does not offer it', without('SMTPUTF8'), 'warn'],
  ['ROB-11', 'refuses them', but(/SMTPUTF8/, '553 5.6.7 No'), 'fail'],
  ['ROB-13', 'takes them', soundServer, 'pass'],
  ['ROB-13', 'offers none', without('DSN'), 'warn'],
  ['ROB-13', 'refuses them', but(/RET=/, '555 5.5.4 What?'), 'fail'],
  ['ROB-14', 'refuses it', soundServer, 'pass'],
  ['ROB-14', 'wants to have it', {}, 'fail'],
  ['ROB-15', 'begins anew', soundServer, 'pass'],
  ['ROB-15', 'has had enough', second('421 4.7.0 Enough'), 'warn'],
  ['ROB-15', 'is confused', second('503 5.5.1 Nested'), 'fail'],
  ['ROB-16', 'waits', soundServer, 'pass'],
  ['ROB-16', 'hangs up soon', { ...soundServer, idleMilliseconds: 100 }, 'fail'],
]
