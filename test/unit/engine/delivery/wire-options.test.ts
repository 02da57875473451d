// Options for the wire that are obeyed, or refused before anything is said: beside the transcripts.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import type { ComposedMail } from '../../../../electron/engine/mail/index.ts'
import type { Receipt } from '../../../../shared/values/receipt.ts'
import type { WireOptions } from '../../../../shared/values/wire-options.ts'
import { chunkSink } from '../../../fakes/chunk-sink.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { deliveryTools, type OrderWish, relayOrder } from '../../../fakes/order.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'
import { wire } from '../../../fakes/wire.ts'

const told = ({ failure }: Receipt) => failure && `${failure.kind} ${failure.stage}`
const notesOf = ({ sessions }: ReturnType<typeof deliveryTools>) =>
  sessions.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'note').map(({ text }) => text))
const bye = ['C: QUIT', 'S: 221 Bye']

/** The session up to its refusal, with what the server offers; the commands that were said. */
async function against(offers: readonly string[], order: OrderWish) {
  const ehlo = ['mx', ...offers].map((text, index) => `S: 250${index === offers.length ? ' ' : '-'}${text}`)
  await using peer = await scriptedPeer(toScript(['S: 220 mx', 'C: EHLO', ...ehlo, ...bye]))
  const tools = deliveryTools()
  const receipt = await deliver(relayOrder(peer.port, order), tools)
  return { told: told(receipt), said: peer.received.map((line) => line.split(' ', 1)[0]) }
}

const hold: WireOptions['hold'] = { kind: 'for', seconds: 7200 }
const until: WireOptions['hold'] = { kind: 'until', at: '2031-01-01T00:00:00Z' }
const deliverBy: WireOptions['deliverBy'] = { seconds: 30, mode: 'return', isTraced: false }
const xforward: WireOptions['xforward'] = [{ name: 'ADDR', value: '192.0.2.1' }]

test.each<[offers: string[], order: OrderWish, told: string]>([
  [[], { wire: wire({ hold }) }, 'extension-not-offered mail'],
  [['FUTURERELEASE 3600 2030-01-01T00:00:00Z'], { wire: wire({ hold }) }, 'extension-unusable mail'],
  [['FUTURERELEASE 3600 2030-01-01T00:00:00Z'], { wire: wire({ hold: until }) }, 'extension-unusable mail'],
  [[], { wire: wire({ deliverBy }) }, 'extension-not-offered mail'],
  [['DELIVERBY 60'], { wire: wire({ deliverBy }) }, 'extension-unusable mail'],
  [[], { wire: wire({ requireTls: true }) }, 'extension-not-offered mail'],
  [['REQUIRETLS'], { wire: wire({ requireTls: true }) }, 'extension-unusable mail'],
  [['NO-SOLICITING org.example:adv'], { wire: wire({ solicit: ['org.example:ADV'] }) }, 'extension-unusable mail'],
  [[], { wire: wire({ xforward }) }, 'extension-not-offered mail'],
  [['XFORWARD NAME'], { wire: wire({ xforward }) }, 'extension-not-offered mail'],
  [[], { wire: wire({ xclient: [{ name: 'NAME', value: 'a' }] }) }, 'extension-not-offered ehlo'],
  [['BINARYMIME'], { mail: { ...composedMail(), isBinary: true } }, 'needs-binarymime mail'],
  [['CHUNKING'], { mail: { ...composedMail(), isBinary: true } }, 'needs-binarymime mail'],
  [['SIZE 10'], {}, 'mail-too-large mail'],
  [
    ['SMTPUTF8'],
    { mail: composedMail({ from: 'josé@example.org' }), wire: wire({ extensions: { SMTPUTF8: 'off' } }) },
    'needs-smtputf8 mail',
  ],
])('an offer of %j is not enough for %j', async (offers, order, failure) => {
  expect(await against(offers, order)).toEqual({ told: failure, said: ['EHLO', 'QUIT'] })
})

test.each<Partial<WireOptions>>([
  { mailParameters: ['A=1\r\nRCPT'] },
  { rcptParameters: ['A B'] },
  { rawLines: [{ after: 'auth', text: 'NOOP\r\nRSET', isExact: false }] },
  { dsn: { notify: ['NEVER', 'DELAY'], ret: null, envid: null, orcpt: null } },
  { dsn: { notify: [], ret: null, envid: 'a\nb', orcpt: null } },
  { dsn: { notify: [], ret: null, envid: null, orcpt: 'luis' } },
  { deliverBy: { seconds: 0, mode: 'return', isTraced: false } },
  { hold: { kind: 'until', at: 'tomorrow' } },
  { solicit: ['a,b'] },
  { chunkSize: 0 },
  { proxyHeader: { version: 1, source: { address: 'here', port: 1 }, destination: null } },
])('%j is refused before there is a connection', async (wish) => {
  const tools = deliveryTools()
  const receipt = await deliver(relayOrder(9, { wire: wire(wish) }), tools)
  expect([told(receipt), tools.sessions]).toEqual(['wire-option-invalid input', []])
})

it('goes without what can be done without, and says so', async () => {
  const lines = [
    'S: 220 mx',
    'C: EHLO',
    'S: 250 mx',
    'C: MAIL',
    'S: 250',
    'C: RCPT',
    'S: 250',
    'C: RSET',
    'S: 250',
    ...bye,
  ]
  await using peer = await scriptedPeer(toScript(lines))
  const tools = deliveryTools()
  const wish = wire({ priority: 3, dsn: { notify: ['NEVER'], ret: null, envid: null, orcpt: null } })
  await deliver(relayOrder(peer.port, { stopAfter: 'rcpt', wire: wish }), tools)
  const notes = tools.sessions.flatMap(({ entries }) => entries.filter(({ kind }) => kind === 'note'))
  expect([peer.received.slice(1, 3), notes.map(({ text }) => text)]).toEqual([
    ['MAIL FROM:<ana@example.org>', 'RCPT TO:<luis@example.net>'],
    [
      '127.0.0.1 does not offer DSN, so no notice of delivery is asked for.',
      '127.0.0.1 does not offer MT-PRIORITY, so its priority is not told.',
      'Stopped after rcpt, as told.',
    ],
  ])
})

it('says what changed on the wire', async () => {
  const ehlo = ['S: 250-mx', 'S: 250-SIZE 1000', 'S: 250-DSN', 'S: 250-CHUNKING', 'S: 250 PIPELINING']
  const rest = ['C: MAIL', 'S: 250', 'C: RCPT', 'S: 250', 'C: RSET', 'S: 250', ...bye]
  await using peer = await scriptedPeer(toScript(['S: 220 mx', 'C: EHLO', ...ehlo, ...rest]))
  const tools = deliveryTools()
  const extensions = { SIZE: 'off', CHUNKING: 'off', PIPELINING: 'off' } as const
  const wish = wire({ extensions, dsn: { notify: ['DELAY'], ret: 'FULL', envid: null, orcpt: null } })
  await deliver(relayOrder(peer.port, { stopAfter: 'rcpt', wire: wish }), tools)
  const note = tools.sessions[0]?.entries.find(({ kind }) => kind === 'note')?.text
  expect(note).toBe(
    'On the wire: MAIL has RET=FULL and lacks SIZE=26; RCPT has NOTIFY=DELAY; every command waits for its reply, ' +
      'although PIPELINING is offered; the mail leaves by DATA, although CHUNKING is offered.',
  )
})

it('has a mail written anew for a server without 8BITMIME, where the composer can do that', async () => {
  await using sink = await chunkSink({ offers: ['CHUNKING'] })
  const plain = composedMail({ content: 'Subject: 7\r\n\r\n' })
  const recompose = async () => ({ kind: 'mail', mail: plain, done: 'its text is encoded' }) as const
  const mail: ComposedMail = { ...composedMail({ needs8bit: true }), recompose }
  const tools = deliveryTools()
  const receipt = await deliver(relayOrder(sink.port, { mail }), tools)
  expect([receipt.outcome, sink.mails.map(String), notesOf(tools)]).toEqual([
    'accepted',
    ['Subject: 7\r\n\r\n'],
    ['127.0.0.1 does not offer 8BITMIME: its text is encoded.'],
  ])
})

it('delivers every octet, in chunks of any size', async () => {
  const octets = fc.uint8Array({ maxLength: 3000 })
  const property = fc.asyncProperty(
    octets,
    fc.integer({ min: 1, max: 4000 }),
    fc.boolean(),
    async (content, chunkSize, pipelines) => {
      await using sink = await chunkSink({ offers: pipelines ? ['PIPELINING', 'CHUNKING'] : ['CHUNKING'] })
      const mail: ComposedMail = {
        ...composedMail(),
        size: content.length,
        async *open() {
          yield content.subarray(0, 1000)
          yield content.subarray(1000)
        },
      }
      const { outcome } = await deliver(relayOrder(sink.port, { mail, wire: wire({ chunkSize }) }), deliveryTools())
      expect(outcome).toBe('accepted')
      expect(sink.mails).toEqual([Buffer.from(content)])
    },
  )
  await fc.assert(property, { numRuns: 25 })
})

it('streams a large mail in chunks', async () => {
  await using sink = await chunkSink()
  const piece = Buffer.alloc(100_000, 'x')
  const mail: ComposedMail = {
    ...composedMail(),
    size: 3_000_000,
    async *open() {
      for (let count = 0; count < 30; count += 1) yield piece
    },
  }
  const { outcome } = await deliver(relayOrder(sink.port, { mail }), deliveryTools())
  expect([outcome, sink.mails.map(({ length }) => length)]).toEqual(['accepted', [3_000_000]])
})

test.each([20, 200_000])(
  'a mail of %i octets that has others when it is sent is not passed off as whole',
  async (size) => {
    await using sink = await chunkSink()
    const mail: ComposedMail = { ...composedMail(), size }
    const receipt = await deliver(relayOrder(sink.port, { mail }), deliveryTools())
    expect([told(receipt), receipt.recipients[0]?.outcome, sink.mails]).toEqual([
      'raw-mail-invalid data',
      'refused',
      [],
    ])
  },
)

it('reaches a server at a path, and says EHLO for a machine without an address', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'heloise-'))
  const path = join(folder, 'smtp')
  const said: string[] = []
  const server = createServer((socket) => {
    socket.write('220 local\r\n')
    socket.on('data', (octets: Buffer) => {
      said.push(octets.toString())
      socket.write(/^QUIT/.test(octets.toString()) ? '221 Bye\r\n' : '250 OK\r\n')
    })
  })
  await new Promise<void>((resolve) => server.listen(path, resolve))
  const access = { host: `unix:${path}`, ehloName: null }
  const receipt = await deliver(relayOrder(25, { access, stopAfter: 'ehlo' }), deliveryTools())
  await new Promise((resolve) => server.close(resolve))
  const gone = await deliver(relayOrder(25, { access }), deliveryTools())
  rmSync(folder, { recursive: true })
  expect([receipt.outcome, said, told(gone)]).toEqual([
    'checked',
    ['EHLO [127.0.0.1]\r\n', 'QUIT\r\n'],
    'connection-refused connect',
  ])
})

it('says the PROXY header of version 2 in octets, before anything else', async () => {
  const source = { address: '2001:db8::7', port: 4321 }
  const destination = { address: '2001:db8::25', port: 25 }
  const first = Promise.withResolvers<string>()
  await using peer = await rawPeer((socket) => {
    socket.once('data', (octets: Buffer) => {
      first.resolve(octets.toString('hex'))
      socket.end('554 Enough\r\n')
    })
  })
  const proxyHeader = { version: 2, source, destination } as const
  await deliver(relayOrder(peer.port, { wire: wire({ proxyHeader }) }), deliveryTools())
  expect(await first.promise).toBe(
    `0d0a0d0a000d0a515549540a21210024${'20010db8000000000000000000000007'}${'20010db8000000000000000000000025'}10e10019`,
  )
})

it('sends malformed octets when asked to, and reads what comes back', async () => {
  const hello = ['S: 220 mx', 'C: EHLO', 'S: 250 mx']
  const rest = ['C: MAIL', 'S: 250', 'C: RCPT', 'S: 250', 'C: RSET', 'S: 250', ...bye]
  await using peer = await scriptedPeer(toScript([...hello, 'C: NO\0OP', 'S: 500 What?', ...rest]))
  const rawLines: WireOptions['rawLines'] = [{ after: 'auth', text: 'NO\\0OP\\x21\\r\\n', isExact: true }]
  const receipt = await deliver(relayOrder(peer.port, { wire: wire({ rawLines }), stopAfter: 'rcpt' }), deliveryTools())
  expect([receipt.outcome, peer.received[1]]).toEqual(['checked', 'NO\0OP!'])
})
