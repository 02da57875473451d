// A session from its first octet to its last: what is said where it is told to stop, to servers that are too old for EHLO, and
// what the log says beside the wire.
import type { Socket } from 'node:net'
import { describe, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { timeLimits } from '../../../../electron/engine/smtp/index.ts'
import { type StopPoint, stopPoints } from '../../../../shared/values/stage.ts'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { deliveryTools, type OrderWish, relayOrder } from '../../../fakes/order.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { tlsPeer } from '../../../fakes/tls-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'
import { wire } from '../../../fakes/wire.ts'

const greeting = ['S: 220 mx.example']
const mail = [
  'C: MAIL',
  'S: 250',
  'C: RCPT',
  'S: 250',
  'C: DATA',
  'S: 354',
  'C: Subject: Hello',
  'C: ',
  'C: Hello.',
  'C: .',
]
const end = ['S: 250 Taken', 'C: QUIT', 'S: 221 Bye']

const verbs = (lines: readonly string[]) => lines.map((line) => line.split(' ', 1)[0])

test.each([500, 501, 502, 504, 550])('%i to EHLO is answered by HELO', async (code) => {
  const script = [...greeting, 'C: EHLO', `S: ${code} No`, 'C: HELO', 'S: 250 mx', ...mail, ...end]
  await using peer = await scriptedPeer(toScript(script))
  const { outcome, capabilities } = await deliver(relayOrder(peer.port), deliveryTools())
  expect([outcome, capabilities, verbs(peer.received).slice(0, 3)]).toEqual(['accepted', [], ['EHLO', 'HELO', 'MAIL']])
})

test.each([503, 530, 554, 450])('%i to EHLO is no reason for HELO', async (code) => {
  await using peer = await scriptedPeer(toScript([...greeting, 'C: EHLO', `S: ${code} No`, 'C: QUIT', 'S: 221']))
  const { failure } = await deliver(relayOrder(peer.port), deliveryTools())
  expect([failure?.kind, verbs(peer.received)]).toEqual(['hello-refused', ['EHLO', 'QUIT']])
})

describe('a connection that is dropped at EHLO', () => {
  const dropped = [...greeting, 'C: EHLO', '* hang up', '* connect', ...greeting, 'C: HELO']

  it('is made once more, with HELO, and the log has both', async () => {
    await using peer = await scriptedPeer(toScript([...dropped, 'S: 250 mx', ...mail, ...end]))
    const tools = deliveryTools()
    expect((await deliver(relayOrder(peer.port), tools)).outcome).toBe('accepted')
    const events = tools.sessions.flatMap(({ entries }) => entries.filter(({ direction }) => direction === 'event'))
    expect(events.map(({ kind }) => kind)).toEqual(['dns', 'connect', 'close', 'note', 'dns', 'connect', 'close'])
    expect(events[3]?.text).toBe('The server hung up at EHLO; once more with HELO.')
  })

  it('is not made a third time', async () => {
    await using peer = await scriptedPeer(toScript([...dropped, '* hang up', '* connect', ...greeting]))
    const { failure } = await deliver(relayOrder(peer.port), deliveryTools())
    expect([failure?.kind, failure?.stage, verbs(peer.received)]).toEqual(['connection-lost', 'ehlo', ['EHLO', 'HELO']])
  })
})

describe('a stop', () => {
  const login = { user: 'ana', mechanism: 'PLAIN', allowPlaintext: true } as const
  const whole = [
    ...greeting,
    'C: EHLO',
    'S: 250-mx',
    'S: 250 AUTH PLAIN',
    'C: AUTH',
    'S: 235 Welcome',
    ...mail.slice(0, 6),
  ]
  /** Up to the reply after which it stops, and what it says then. */
  const stops: Readonly<Record<StopPoint, readonly [steps: number, last: readonly string[], outcome: string]>> = {
    connect: [0, [], 'refused connect'],
    greeting: [1, ['QUIT'], 'refused greeting'],
    ehlo: [4, ['QUIT'], 'refused ehlo'],
    tls: [4, ['QUIT'], 'refused tls'],
    auth: [6, ['QUIT'], 'refused auth'],
    mail: [8, ['RSET', 'QUIT'], 'refused mail'],
    rcpt: [10, ['RSET', 'QUIT'], 'accepted rcpt'],
    data: [12, [], 'accepted rcpt'],
  }

  test.each(stopPoints)('after %s says no more than it must', async (stopAfter) => {
    const [steps, last, outcome] = stops[stopAfter]
    const farewell = last.flatMap((verb) => [`C: ${verb}`, 'S: 250 OK'])
    await using peer = await scriptedPeer(toScript([...whole.slice(0, steps), ...farewell, 'C: anything else']))
    const order = relayOrder(peer.port, { stopAfter, access: { login, secret: 's3cret' } })
    const receipt = await deliver(order, deliveryTools())
    await peer.allClosed()
    const said = whole
      .slice(0, steps)
      .filter((line) => line.startsWith('C:'))
      .map((line) => line.slice(3))
    expect([receipt.outcome, receipt.failure, verbs(peer.received)]).toEqual(['checked', null, [...said, ...last]])
    expect(receipt.recipients.map((one) => `${one.outcome} ${one.stage}`)).toEqual([outcome])
  })
})

describe.each<[tls: string, access: OrderWish['access'], start: string[]]>([
  ['in plain text', {}, ['S: 220 mx', 'C: EHLO', 'S: 250 mx']],
  [
    'inside TLS',
    { security: 'starttls' },
    ['S: 220 mx', 'C: EHLO', 'S: 250-mx', 'S: 250 STARTTLS', 'C: STARTTLS', 'S: 220', '* tls', 'C: EHLO', 'S: 250 mx'],
  ],
])('a session %s', (_, access, start) => {
  test.each([
    ['quit', ['QUIT'], 'end'],
    ['drop', [], 'end'],
    ['reset', [], 'ECONNRESET'],
  ] as const)('ends by %s as it is told: the server hears %j, and then %s', async (leave, farewell, heard) => {
    const identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
    const end = Promise.withResolvers<string>()
    const atEnd = (socket: Socket, raw: Socket) => {
      for (const each of [socket, raw])
        each
          .on('error', (error) => end.resolve('code' in error ? String(error.code) : error.message))
          .on('end', () => end.resolve('end'))
      socket.resume()
      if (leave === 'quit') socket.write('221 Bye\r\n')
    }
    const script = toScript([...start, ...mail, 'S: 250 Taken', ...farewell.map((verb) => `C: ${verb}`)])
    await using peer = await scriptedPeer(script, { identity, atEnd })
    const certificate = { pin: null, authorities: identity.certificate, name: null }
    const order = relayOrder(peer.port, { access: { ...access, certificate }, wire: wire({ leave }), replyTimeout: 5 })
    const { outcome, failure } = await deliver(order, deliveryTools())
    expect([outcome, failure, await end.promise, peer.received.includes('QUIT')]).toEqual([
      'accepted',
      null,
      heard,
      farewell.length > 0,
    ])
  })
})

test.each<[why: string, lines: string[], warning: string | null]>([
  ['it is not offered', ['S: 250 mx'], 'The server offers no STARTTLS: everything from here on travels unencrypted.'],
  [
    'it is refused',
    ['S: 250-mx', 'S: 250 STARTTLS', 'C: STARTTLS', 'S: 454 Not now'],
    '127.0.0.1 offers STARTTLS and refuses it: 454 Not now: everything from here on travels unencrypted.',
  ],
])('where TLS would be nice, and %s, the log says loudly that the session stays plain', async (_, lines, warning) => {
  await using peer = await scriptedPeer(toScript([...greeting, 'C: EHLO', ...lines, ...mail, ...end]))
  const tools = deliveryTools()
  const order = relayOrder(peer.port, { access: { security: 'starttls-if-offered' } })
  expect((await deliver(order, tools)).outcome).toBe('accepted')
  const warnings = tools.sessions[0]?.entries.filter(({ kind }) => kind === 'warning')
  expect(warnings?.map(({ text, facts }) => [text, facts])).toEqual([[warning, { isPlain: true }]])
})

test.each<[oddity: string, say: (text: string) => string, warning: string]>([
  ['bare LF', (text) => `${text}\n`, 'The line ends in a bare LF, where RFC 5321 §2.3.8 asks for CRLF.'],
  [
    'codes that differ',
    (text) => `299-And\r\n${text}\r\n`,
    'The lines of this reply have different codes, against RFC 5321 §4.2.1; the last one counts.',
  ],
])('%s in replies is borne, and noted each time', async (_, say, warning) => {
  const replies = new Map([
    ['EHLO', '250 mx'],
    ['MAIL', '250 OK'],
    ['RCPT', '250 OK'],
    ['DATA', '354 Go'],
    ['.', '250 Taken'],
    ['QUIT', '221 Bye'],
  ])
  await using peer = await rawPeer((socket) => {
    socket.write(say('220 mx'))
    socket.on('data', (octets: Buffer) => {
      const answers = verbs(octets.toString().split('\r\n')).flatMap((verb) => replies.get(verb ?? '') ?? [])
      for (const answer of answers) socket.write(say(answer))
    })
  })
  const tools = deliveryTools()
  expect((await deliver(relayOrder(peer.port), tools)).outcome).toBe('accepted')
  const warnings = tools.sessions[0]?.entries.filter(({ kind }) => kind === 'warning').map(({ text }) => text)
  expect(warnings).toEqual(Array.from({ length: 7 }, () => warning))
})

describe('the name of a certificate', () => {
  const asked = async (wish: OrderWish['access'], identity: Issued) => {
    const names: string[] = []
    await using peer = await tlsPeer([identity], {
      SNICallback: (name, done) => {
        names.push(name)
        done(null)
      },
    })
    const access = { security: 'tls', ...wish } as const
    const { failure } = await deliver(relayOrder(peer.port, { stopAfter: 'tls', access }), deliveryTools())
    return { names, failure: failure?.kind ?? null }
  }

  it('is asked for (SNI) and checked in place of the host where the profile has one', async () => {
    const identity = await issue({ name: 'mx', names: ['mail.example'] })
    const certificate = { pin: null, authorities: identity.certificate, name: 'mail.example' }
    expect(await asked({ certificate }, identity)).toEqual({ names: ['mail.example'], failure: null })
    expect(await asked({ certificate: { ...certificate, name: 'other.example' } }, identity)).toEqual({
      names: ['other.example'],
      failure: 'certificate-name-mismatch',
    })
  })

  it('is not asked for where it is an address (RFC 6066 §3)', async () => {
    const identity = await issue({ name: 'mx', names: ['127.0.0.1'] })
    const certificate = { pin: null, authorities: identity.certificate, name: null }
    expect(await asked({ certificate }, identity)).toEqual({ names: [], failure: null })
  })
})

it('waits as long as RFC 5321 §4.5.3.2 says, or as long as it is told, and never long for QUIT', () => {
  expect(timeLimits(null)).toEqual({
    connect: 60,
    greeting: 300,
    command: 300,
    mail: 300,
    rcpt: 300,
    data: 120,
    block: 180,
    dot: 600,
    quit: 2,
  })
  const all = { connect: 10, greeting: 10, command: 10, mail: 10, rcpt: 10, data: 10, block: 10, dot: 10 }
  expect(timeLimits(10)).toEqual({ ...all, quit: 2 })
  expect(timeLimits(0.5).quit).toBe(0.5)
})
