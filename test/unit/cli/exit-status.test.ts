import { expect, test } from 'vitest'
import { statusOfBulk, statusOfFailure, statusOfReceipt } from '../../../electron/cli/exit-status.ts'
import type { FailureKind } from '../../../shared/values/failure.ts'
import { type Stage, stages } from '../../../shared/values/stage.ts'
import { receiptOf } from '../../fakes/drafts.ts'
import { failureOf } from '../../fakes/observed.ts'

const failed = (kind: FailureKind, stage: Stage) => failureOf(kind, { stage })

test('each stage has a status of its own', () => {
  const statuses = stages.map((stage) => [stage, statusOfFailure(failed('command-refused', stage))])
  expect(Object.fromEntries(statuses)).toEqual({
    input: 2,
    dns: 10,
    connect: 11,
    greeting: 12,
    ehlo: 13,
    tls: 14,
    auth: 15,
    mail: 16,
    rcpt: 17,
    data: 19,
    quit: 0,
  })
})

test.each([
  ['connection-timed-out', 'connect', 21],
  ['greeting-missing', 'greeting', 21],
  ['reply-timed-out', 'rcpt', 21],
  ['outcome-unknown', 'data', 20],
  ['stopped', 'auth', 130],
  ['internal', 'mail', 1],
] as const)('%s at stage %s ends with %i', (kind, stage, status) => {
  expect(statusOfFailure(failed(kind, stage))).toBe(status)
})

test.each([
  ['accepted', null, 0],
  ['checked', null, 0],
  ['partial', null, 18],
  ['unknown', failed('outcome-unknown', 'data'), 20],
  ['unknown', failed('reply-timed-out', 'data'), 20],
  ['refused', failed('recipients-refused', 'rcpt'), 17],
  ['refused', failed('content-refused', 'data'), 19],
  ['failed', failed('login-refused', 'auth'), 15],
  ['unknown', failed('stopped', 'data'), 130],
] as const)('a mail that ends as %s: %#', (outcome, failure, status) => {
  expect(statusOfReceipt(receiptOf({ outcome, failure }))).toBe(status)
})

const none = {
  sent: 0,
  refused: 0,
  unknown: 0,
  failed: 0,
  seconds: 1,
  messagesPerSecond: 1,
  connections: 1,
  failure: null,
}

test.each([
  ['all sent', { sent: 3 }, 0],
  ['one not known', { sent: 1, unknown: 1, failed: 1, failure: failed('connection-lost', 'data') }, 20],
  ['one refused', { sent: 1, refused: 1, failure: failed('recipients-refused', 'rcpt') }, 17],
  ['none sent', { failed: 3, failure: failed('connection-refused', 'connect') }, 11],
  ['stopped', { sent: 1, failed: 2, failure: failed('stopped', 'mail') }, 130],
])('of many mails, %s', (_, counts, status) => {
  expect(statusOfBulk({ ...none, ...counts })).toBe(status)
})
