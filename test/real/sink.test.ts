// The engine against smtp-sink, which does one thing wrong at a time: each fault at each command has the verdict that is due,
// and nothing hangs. swaks is asked about the same faults.
import { describe, expect, test } from 'vitest'
import { type Access, deliverMany } from '../../electron/engine/delivery/index.ts'
import type { WireOptions } from '../../shared/values/wire-options.ts'
import { relayAccess } from '../fakes/order.ts'
import { letter, localTools, send, shortly } from './letter.ts'
import { missingForSmtpSink, startSmtpSink } from './peers/smtp-sink.ts'
import { askSwaks } from './swaks.ts'

const missing = missingForSmtpSink()

/** `each`: what becomes of each of two recipients. `failure`: as `kind stage code`. */
type Verdict = { readonly each: string; readonly failure: string | null }
const taken: Verdict = { each: 'accepted data 250', failure: null }

/** By fault and command: our verdict, and the stage at which swaks ends. */
const faults: readonly (readonly [fault: string, command: string, verdict: Verdict, swaks: string])[] = [
  ['-f', 'CONNECT', { each: 'refused greeting -', failure: 'greeting-refused greeting 500' }, 'greeting'],
  ['-f', 'EHLO', taken, 'done'],
  ['-f', 'EHLO,HELO', { each: 'refused ehlo -', failure: 'hello-refused ehlo 500' }, 'hello'],
  ['-f', 'MAIL', { each: 'refused mail 500', failure: 'sender-refused mail 500' }, 'mail'],
  ['-f', 'RCPT', { each: 'refused rcpt 500', failure: 'recipients-refused rcpt 500' }, 'no recipient'],
  ['-f', 'DATA', { each: 'refused data 500', failure: 'command-refused data 500' }, 'data'],
  ['-f', '.', { each: 'refused data 500', failure: 'content-refused data 500' }, 'after data'],
  ['-f', 'QUIT', taken, 'done'],
  ['-r', 'CONNECT', { each: 'refused greeting -', failure: 'greeting-refused greeting 450' }, 'greeting'],
  // RFC 5321 §3.2 has HELO for servers that do not know EHLO, and 450 does not say that; swaks tries all the same.
  ['-r', 'EHLO', { each: 'refused ehlo -', failure: 'hello-refused ehlo 450' }, 'done'],
  ['-r', 'MAIL', { each: 'refused mail 450', failure: 'sender-refused mail 450' }, 'mail'],
  ['-r', 'RCPT', { each: 'refused rcpt 450', failure: 'recipients-refused rcpt 450' }, 'no recipient'],
  ['-r', 'DATA', { each: 'refused data 450', failure: 'command-refused data 450' }, 'data'],
  ['-r', '.', { each: 'refused data 450', failure: 'content-refused data 450' }, 'after data'],
  ['-r', 'QUIT', taken, 'done'],
  ['-q', 'CONNECT', { each: 'refused greeting -', failure: 'connection-lost greeting -' }, 'closed'],
  // Some servers hang up at EHLO, so that HELO has another connection.
  ['-q', 'EHLO', taken, 'closed'],
  ['-q', 'EHLO,HELO', { each: 'refused ehlo -', failure: 'connection-lost ehlo -' }, 'closed'],
  ['-q', 'MAIL', { each: 'refused mail -', failure: 'connection-lost mail -' }, 'closed'],
  ['-q', 'RCPT', { each: 'refused rcpt -', failure: 'connection-lost rcpt -' }, 'closed'],
  ['-q', 'DATA', { each: 'refused data -', failure: 'connection-lost data -' }, 'closed'],
  ['-q', '.', { each: 'unknown data -', failure: 'outcome-unknown data -' }, 'closed'],
  ['-q', 'QUIT', taken, 'closed'],
  ['-Q', 'CONNECT', { each: 'refused greeting -', failure: 'greeting-refused greeting 421' }, 'greeting'],
  ['-Q', 'EHLO', { each: 'refused ehlo -', failure: 'service-closing ehlo 421' }, 'closed'],
  ['-Q', 'MAIL', { each: 'refused mail -', failure: 'service-closing mail 421' }, 'mail'],
  ['-Q', 'RCPT', { each: 'refused rcpt -', failure: 'service-closing rcpt 421' }, 'no recipient'],
  ['-Q', 'DATA', { each: 'refused data -', failure: 'service-closing data 421' }, 'data'],
  ['-Q', '.', { each: 'refused data 421', failure: 'service-closing data 421' }, 'after data'],
  ['-Q', 'QUIT', taken, 'done'],
]

const withLogin: Partial<Access> = {
  login: { user: 'ana', mechanism: 'PLAIN', allowPlaintext: true },
  secret: 'correct-horse',
}
const lmtp = { protocol: 'lmtp' } as const
const named = { name: 'NAME' as const, value: 'client.example' }
const xclient = { xclient: [named] }
const xforward = { xforward: [named] }

type More = {
  readonly flags: string
  readonly access?: Partial<Access>
  readonly wish?: Partial<WireOptions>
  readonly recipients: readonly [string, string]
  readonly failure: string | null
}

const both = (verdict: string): [string, string] => [verdict, verdict]
const unjudged = both('refused auth -')

const more: readonly More[] = [
  { flags: '-f AUTH', access: withLogin, recipients: unjudged, failure: 'login-refused auth 500' },
  { flags: '-r AUTH', access: withLogin, recipients: unjudged, failure: 'login-temporarily-refused auth 450' },
  { flags: '-q AUTH', access: withLogin, recipients: unjudged, failure: 'connection-lost auth -' },
  { flags: '-Q AUTH', access: withLogin, recipients: unjudged, failure: 'service-closing auth 421' },
  { flags: '-a', access: withLogin, recipients: unjudged, failure: 'login-not-offered auth -' },
  { flags: '-f XCLIENT', wish: xclient, recipients: both('refused ehlo -'), failure: 'command-refused ehlo 500' },
  { flags: '-q XCLIENT', wish: xclient, recipients: both('refused ehlo -'), failure: 'connection-lost ehlo -' },
  { flags: '-f XFORWARD', wish: xforward, recipients: both('accepted data 250'), failure: null },
  { flags: '-Q XFORWARD', wish: xforward, recipients: both('refused mail -'), failure: 'service-closing mail 421' },
  { flags: '-L -f LHLO', wish: lmtp, recipients: both('refused ehlo -'), failure: 'hello-refused ehlo 500' },
  { flags: '-L -q LHLO', wish: lmtp, recipients: both('refused ehlo -'), failure: 'connection-lost ehlo -' },
  { flags: '-L -r RCPT', wish: lmtp, recipients: both('refused rcpt 450'), failure: 'recipients-refused rcpt 450' },
  { flags: '-L -f .', wish: lmtp, recipients: both('refused data 500'), failure: 'content-refused data 500' },
  { flags: '-L -q .', wish: lmtp, recipients: both('unknown data -'), failure: 'outcome-unknown data -' },
  // The first has its answer, and nothing is said of the other.
  {
    flags: '-L -Q .',
    wish: lmtp,
    recipients: ['refused data 421', 'unknown data -'],
    failure: 'outcome-unknown data -',
  },
]

const two = letter('sunk', { to: ['one@sink.test', 'two@sink.test'] })
const large = letter('large', { to: ['one@sink.test'], octets: 20_000_000 })

describe.skipIf(missing !== null)(missing === null ? 'smtp-sink' : `smtp-sink (skipped: ${missing})`, () => {
  test.each(faults)(
    '%s %s: the verdict is the one that is due, and swaks ends there too',
    async (fault, command, verdict, stage) => {
      await using sink = await startSmtpSink([fault, command])
      expect(shortly(await send(relayAccess(sink.port), two))).toEqual({
        recipients: both(verdict.each),
        failure: verdict.failure,
      })
      const opinion = await askSwaks(['--server', `127.0.0.1:${sink.port}`, '--to', 'one@sink.test'])
      expect(opinion, opinion.output).toMatchObject({ stage })
    },
  )

  test.each(more)(
    '$flags: each recipient is told what became of the mail',
    async ({ flags, access, wish, recipients, failure }) => {
      await using sink = await startSmtpSink(flags.split(' '))
      expect(shortly(await send(relayAccess(sink.port, access), two, wish))).toEqual({ recipients, failure })
    },
  )

  test.each<[string, string[]]>([
    ['-e', []],
    ['-P', []],
    ['-8 -p -N -E -a -C -F', []],
    ['-8 -p', ['AUTH', 'XCLIENT', 'XFORWARD', 'ENHANCEDSTATUSCODES', 'DSN']],
  ])('%s: what is not offered is not used, and the mail is taken', async (flags, keywords) => {
    await using sink = await startSmtpSink(flags.split(' '))
    const dsn = { notify: ['SUCCESS' as const], ret: 'HDRS' as const, envid: 'x', orcpt: 'recipient' }
    const receipt = await send(relayAccess(sink.port), two, { dsn })
    expect(shortly(receipt)).toEqual({ recipients: both(taken.each), failure: null })
    expect(receipt.capabilities.map(({ keyword }) => keyword)).toEqual(keywords)
  })

  test('octets of 8 bits are not sent to a server without 8BITMIME', async () => {
    await using sink = await startSmtpSink(['-8'])
    const receipt = await send(relayAccess(sink.port), { ...two, needs8bit: true })
    expect(shortly(receipt)).toEqual({ recipients: both('refused mail -'), failure: 'needs-8bitmime mail -' })
  })

  test.each<[string, number, Verdict]>([
    ['-w 1', 10, taken],
    ['-w 9', 2, { each: 'refused mail -', failure: 'reply-timed-out mail -' }],
    ['-H 1', 10, taken],
    ['-H 9', 2, { each: 'refused data -', failure: 'reply-timed-out data -' }],
    ['-A 1', 10, { each: 'refused data 550', failure: 'content-refused data 550' }],
  ])(
    '%s with %d s for each answer: a server that is slow, or speaks in the middle of the data',
    async (flags, seconds, verdict) => {
      await using sink = await startSmtpSink(flags.split(' '))
      const receipt = await send(relayAccess(sink.port), large, {}, seconds)
      expect(shortly(receipt)).toEqual({ recipients: [verdict.each], failure: verdict.failure })
    },
  )

  test.each<[string, object]>([
    ['-f RCPT', { refused: 6, failure: { kind: 'recipients-refused' } }],
    ['-q MAIL', { failed: 6, failure: { kind: 'connection-lost', stage: 'mail' } }],
    ['-Q MAIL', { failed: 6, failure: { kind: 'service-closing', stage: 'mail' } }],
    ['-q DATA', { failed: 6, failure: { kind: 'connection-lost', stage: 'data' } }],
    ['-q .', { unknown: 6, failure: { kind: 'outcome-unknown' } }],
    ['-Q .', { refused: 6, failure: { kind: 'service-closing', stage: 'data' } }],
    ['-q RSET', { sent: 6, failure: null }],
  ])('%s: of a window of mails each is told truly', async (flags, expected) => {
    await using sink = await startSmtpSink(flags.split(' '))
    for (const window of [1, 4]) {
      const mail = (index: number) => letter(`mail-${index}`)
      const order = {
        access: relayAccess(sink.port),
        replyTimeout: 10,
        count: 6,
        connections: 1,
        window,
        mayOvertake: true,
        mail,
      }
      const none = { sent: 0, refused: 0, unknown: 0, failed: 0 }
      expect(await deliverMany(order, localTools())).toMatchObject({ ...none, ...expected })
    }
  })
})
