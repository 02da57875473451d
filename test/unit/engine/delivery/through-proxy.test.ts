// Whole sessions through a proxy: every connection of theirs goes there, and none past it.
import { describe, expect, it, test } from 'vitest'
import { type Access, checkAccess, deliver, fetchCertificate } from '../../../../electron/engine/delivery/index.ts'
import { diagnose } from '../../../../electron/engine/diagnose/index.ts'
import { issue } from '../../../fakes/certificates.ts'
import { httpProxy, socksProxy } from '../../../fakes/forwarding-proxy.ts'
import { deliveryTools, relayAccess, relayOrder } from '../../../fakes/order.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'
import { rawPeer, scriptedPeer } from '../../../fakes/scripted-peer.ts'
import { tlsPeer } from '../../../fakes/tls-peer.ts'
import { toScript } from '../../../fakes/transcript.ts'

const hello = ['S: 220 mx', 'C: EHLO', 'S: 250 mx']
const mail = [
  ...['C: MAIL', 'S: 250', 'C: RCPT', 'S: 250', 'C: DATA', 'S: 354'],
  ...['C: S', 'C: ', 'C: H', 'C: .', 'S: 250'],
]
const bye = ['C: QUIT', 'S: 221 Bye']

const makers = { socks5: socksProxy, http: httpProxy }
const through = (kind: keyof typeof makers, port: number) => ({
  connection: { proxy: { kind, host: '127.0.0.1', port, user: null }, localAddress: null },
})

/** A resolver that knows the proxy alone: whoever asks it for a server fails. */
const tools = (wish = {}) => deliveryTools({ resolver: fakeResolver(wish) })

describe.each(['socks5', 'http'] as const)('through a %s proxy', (kind) => {
  it('a mail goes to a relay whose name nobody knows here', async () => {
    await using peer = await scriptedPeer(toScript([...hello, ...mail, ...bye]))
    await using proxy = await makers[kind]()
    const receipt = await deliver(
      relayOrder(peer.port, { access: { host: 'mx.example', ...through(kind, proxy.port) } }),
      tools(),
    )
    expect([receipt.outcome, receipt.server]).toEqual([
      'accepted',
      { host: 'mx.example', address: 'mx.example', port: peer.port, tls: null },
    ])
    expect(proxy.asked).toEqual([`mx.example:${peer.port}`])
  })

  it('the second connection after a dropped EHLO goes there too', async () => {
    const again = ['* connect', 'S: 220 mx', 'C: HELO', 'S: 250 mx']
    await using peer = await scriptedPeer(toScript(['S: 220 mx', 'C: EHLO', '* hang up', ...again, ...mail, ...bye]))
    await using proxy = await makers[kind]()
    const receipt = await deliver(relayOrder(peer.port, { access: through(kind, proxy.port) }), tools())
    expect([receipt.outcome, proxy.asked.length]).toEqual(['accepted', 2])
  })

  it('MX is asked for here, and its hosts are asked of the proxy', async () => {
    await using peer = await scriptedPeer(toScript([...hello, ...mail, ...bye]))
    await using proxy = await makers[kind]()
    const order = relayOrder(0, { access: { route: 'mx', host: '', ...through(kind, proxy.port) } })
    const { outcome } = await deliver(order, {
      ...tools({ mx: { 'example.net': [[10, 'mx1.example.net']] } }),
      mxPort: peer.port,
    })
    expect([outcome, proxy.asked]).toEqual(['accepted', [`mx1.example.net:${peer.port}`]])
  })

  it('TLS from the first octet runs inside, and the certificate is fetched that way', async () => {
    const own = await issue({ name: 'mx.example' })
    await using peer = await tlsPeer([own])
    await using proxy = await makers[kind]()
    const access = relayAccess(peer.port, { host: 'mx.example', security: 'tls', ...through(kind, proxy.port) })
    const certificate = await fetchCertificate(access, tools(), { replyTimeout: 5 })
    expect([certificate.pem.trim(), proxy.asked]).toEqual([own.certificate.trim(), [`mx.example:${peer.port}`]])
  })

  it('a silent port is asked what it speaks by the same way', async () => {
    const own = await issue({ name: 'mx.example' })
    await using peer = await tlsPeer([own])
    await using proxy = await makers[kind]()
    const order = relayOrder(peer.port, {
      access: { host: 'mx.example', ...through(kind, proxy.port) },
      replyTimeout: 3,
    })
    const { failure } = await deliver(order, tools())
    expect([failure?.kind, proxy.asked]).toEqual(['speaks-tls', Array(2).fill(`mx.example:${peer.port}`)])
  })

  it('a plain greeting where TLS was expected is told as without a proxy', async () => {
    await using peer = await scriptedPeer(toScript([...hello, '* silence']))
    await using proxy = await makers[kind]({ isTogether: true })
    const access = { security: 'tls' as const, ...through(kind, proxy.port) }
    const { failure } = await deliver(relayOrder(peer.port, { access }), tools())
    expect(failure?.kind).toBe('tls-not-spoken')
  })

  it('a profile is diagnosed', async () => {
    await using peer = await scriptedPeer(toScript([...hello, ...bye]))
    await using proxy = await makers[kind]()
    const { signal, recorder, resolver } = tools()
    const access = { ...relayAccess(peer.port, { host: 'mx.example', ...through(kind, proxy.port) }) }
    const events = diagnose({ text: '', access }, { recorder, resolver, signal, replyTimeout: 2 })
    const reports = []
    for await (const event of events) if (event.kind === 'report') reports.push(event.report)
    expect([reports[0]?.connections, proxy.asked]).toEqual([1, [`mx.example:${peer.port}`]])
  })

  test.each([false, true])(
    'a server that greets and hangs up at once is heard (in one write: %s)',
    async (isTogether) => {
      await using peer = await rawPeer((socket) => socket.end('554 5.7.1 Not you\r\n'))
      await using proxy = await makers[kind]({ isTogether })
      const { failure } = await deliver(relayOrder(peer.port, { access: through(kind, proxy.port) }), tools())
      expect([failure?.kind, failure?.reply?.text]).toEqual(['greeting-refused', 'Not you'])
    },
  )
})

const proxy = { kind: 'socks5', host: 'proxy.example', port: 1080, user: null } as const

test.each<[name: string, access: Partial<Access>, field: string, reason: string]>([
  [
    'a proxy for a UNIX socket',
    { host: 'unix:/x', connection: { proxy, localAddress: null } },
    'proxyHost',
    'a UNIX socket is on this computer, and no proxy leads to it',
  ],
  [
    'a local address for a UNIX socket',
    { host: 'unix:/x', connection: { proxy: null, localAddress: '::1' } },
    'localAddress',
    'a UNIX socket has no address',
  ],
  [
    'a login without its password',
    { connection: { proxy: { ...proxy, user: 'ana' }, localAddress: null } },
    'proxyPassword',
    'it is missing',
  ],
  [
    'a password that SOCKS cannot carry',
    { connection: { proxy: { ...proxy, user: 'ana' }, localAddress: null }, proxySecret: 'ñ'.repeat(128) },
    'proxyPassword',
    'it has no more than 255 octets with SOCKS 5',
  ],
  [
    'a user with a colon for HTTP',
    { connection: { proxy: { ...proxy, kind: 'http', user: 'a:b' }, localAddress: null } },
    'proxyUser',
    'it has no colon with HTTP',
  ],
  [
    'a user with a NUL',
    { connection: { proxy: { ...proxy, user: 'a\0' }, localAddress: null } },
    'proxyUser',
    'it holds a control character',
  ],
  [
    'a host with a line end',
    { route: 'mx', connection: { proxy: { ...proxy, host: 'a\r\nb' }, localAddress: null } },
    'proxyHost',
    'it is no name or address of a host',
  ],
  [
    'a local address that is none',
    { connection: { proxy: null, localAddress: 'eth0' } },
    'localAddress',
    'it is no IP address',
  ],
])('%s is refused before anything is connected', async (_name, access, field, reason) => {
  const work = tools()
  const { failure } = await deliver(relayOrder(25, { access }), work)
  expect([failure?.kind, failure?.stage, failure?.facts]).toEqual(['profile-invalid', 'input', { field, reason }])
  expect(work.sessions).toEqual([])
})

it('a profile that cannot reach its proxy fails its check there', async () => {
  const access = relayAccess(25, { connection: { proxy: { ...proxy, host: '192.0.2.1' }, localAddress: '127.0.0.1' } })
  const receipt = await checkAccess({ ...access, connection: { proxy, localAddress: null } }, tools(), {
    replyTimeout: 2,
  })
  expect([receipt.outcome, receipt.failure?.kind, receipt.failure?.stage]).toEqual([
    'failed',
    'proxy-unreachable',
    'connect',
  ])
})
