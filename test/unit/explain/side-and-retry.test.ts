// Whose side a failure is on, whether trying again helps, and what is said of words that nobody knows.
import { expect, test } from 'vitest'
import { explainFailure, failureTexts } from '#shared/explain/failures.ts'
import { explainRefusal } from '#shared/explain/refusal.ts'
import type { Failure, FailureKind } from '#shared/values/failure.ts'
import type { Stage } from '#shared/values/stage.ts'
import { replyOf } from './captured/captured.ts'

type Told = { readonly stage?: Stage; readonly line?: string; readonly port?: string; readonly greeting?: string }
const failure = (kind: FailureKind, { stage = 'rcpt', line, port = '25', greeting = '' }: Told = {}): Failure => ({
  kind,
  stage,
  message: '',
  reply: line === undefined ? null : replyOf(line),
  fault: failureTexts[kind].fault,
  advice: '',
  facts: { host: 'mx.example', port, greeting },
})
const you = 'Your side: this computer, the profile or the mail'
const network = 'The network: yours, or the way to the server'
const provider = 'Your provider: the server that you send through'
const recipient = 'The recipient’s side'
const server = 'The server’s side'
const later = 'Trying again later may help'
const change = 'Trying again helps only after a change'

test.each<[what: string, failure: Failure, side: string, retry: string | null]>([
  ['a wrong password', failure('login-refused', { stage: 'auth', line: '535 5.7.8 No' }), you, change],
  ['a login out of order', failure('login-temporarily-refused', { stage: 'auth', line: '454 No' }), provider, later],
  ['a full mailbox', failure('recipients-refused', { line: '452 4.2.2 Over quota' }), recipient, later],
  ['a closed mailbox', failure('recipients-refused', { line: '550 5.2.1 The account is disabled' }), recipient, change],
  [
    'a block list',
    failure('recipients-refused', { line: '554 5.7.1 blocked using zen.spamhaus.org' }),
    network,
    change,
  ],
  ['no reverse DNS', failure('recipients-refused', { line: '450 4.7.25 cannot find your hostname' }), network, change],
  ['greylisting', failure('recipients-refused', { line: '450 4.7.1 Greylisted' }), server, later],
  ['a broken STARTTLS at the provider', failure('starttls-refused', { stage: 'tls', port: '587' }), provider, change],
  ['a broken STARTTLS elsewhere', failure('starttls-refused', { stage: 'tls' }), server, change],
  [
    'TLS not available just now',
    failure('starttls-refused', { stage: 'tls', line: '454 TLS not available' }),
    server,
    later,
  ],
  ['port 25 closed on the way', failure('connection-timed-out', { stage: 'connect' }), network, change],
  ['port 587 silent', failure('connection-timed-out', { stage: 'connect', port: '587' }), network, later],
  ['an unknown refusal for good', failure('content-refused', { stage: 'data', line: '550 Blub' }), server, change],
  ['an unknown refusal for now', failure('content-refused', { stage: 'data', line: '450 Blub' }), server, later],
  ['a lost connection', failure('connection-lost', { stage: 'mail' }), network, later],
  ['an unknown outcome', failure('outcome-unknown', { stage: 'data' }), network, 'Trying again could deliver it twice'],
  ['Stop', failure('stopped'), you, null],
])('%s: whose side, and whether to try again', (_what, given, side, retry) => {
  const told = explainFailure(given, 'en')
  expect([told.side, told.retry]).toEqual([side, retry])
})

test('the greeting tells whose codes these are', () => {
  const line = '550 5.5.0 Requested action not taken: mailbox unavailable'
  const titles = ['mx.example ESMTP', 'mx.example Microsoft ESMTP MAIL Service ready'].map(
    (greeting) => explainFailure(failure('recipients-refused', { line, greeting }), 'en').title,
  )
  expect(titles).toEqual(['There is no such mailbox', 'Microsoft does not know this mailbox'])
})

test.each([
  [
    '550 5.1.1 User unknown',
    'There is no such mailbox. Check the spelling of the address. Trying again helps only after a change.',
  ],
  [
    '450 4.2.2 Over quota',
    'The mailbox is full. Only the recipient can make room. Reach them another way, or try again later. Trying again later may help.',
  ],
  ['554 Blub', 'No cause is known for these words. 554: The transaction failed for good; the text should say why.'],
  [
    '550 5.7.99 Blub',
    'No cause is known for these words. 550: The mailbox does not exist, or a rule forbids it. Trying again will not help. 5.7.99: Security and policy: a detail that is not registered. For good: the same mail will not pass.',
  ],
])('“%s” is explained as far as it can be', (line, words) => {
  expect(explainRefusal(replyOf(line), 'rcpt').en).toBe(words)
})
