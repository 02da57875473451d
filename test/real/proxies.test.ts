// Through microsocks (SOCKS 5) and tinyproxy (CONNECT) of Debian, to our loopback server and to Postfix's smtp-sink.
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest'
import { type Access, deliver, deliverMany } from '../../electron/engine/delivery/index.ts'
import { closedPort } from '../fakes/closed-port.ts'
import { runHeloise } from '../fakes/command-line.ts'
import { composedMail } from '../fakes/composed-mail.ts'
import { deliveryTools, relayAccess, relayOrder } from '../fakes/order.ts'
import { login as account, authority, startTestServer, type TestServer } from '../integration/loopback/test-server.ts'
import { type Login, microsocks, missingForProxies, type Program, smtpSink, tinyproxy } from './proxy-programs.ts'

const missing = missingForProxies()
const login = { user: 'ana', password: 'caballo-grapa-7' }
const makers = {
  socks5: (_ports: readonly number[], wanted: Login | null = null) => microsocks(wanted),
  http: tinyproxy,
} as const

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const ports = () => server.listeners.map(({ port }) => port)
const via = (kind: keyof typeof makers, { port }: Program, user: string | null = null): Partial<Access> => ({
  connection: { proxy: { kind, host: '127.0.0.1', port, user }, localAddress: null },
})

/** Its resolver knows no name at all: the proxy has to. */
const send = (port: number, access: Partial<Access>) => deliver(relayOrder(port, { access }), deliveryTools())

const title = missing === null ? 'proxies of Debian' : `proxies of Debian (skipped: ${missing})`

describe.skipIf(missing !== null)(title, () => {
  describe.each(['socks5', 'http'] as const)('%s', (kind) => {
    it('carries a plain session, and one inside TLS with a login, to a name that only it looks up', async () => {
      await using proxy = await makers[kind](ports())
      const before = server.mails.length
      const inside: Partial<Access> = {
        ...{ security: 'tls', login: { user: account.user, mechanism: 'automatic', allowPlaintext: false } },
        ...{ secret: account.password, certificate: { pin: null, authorities: authority.certificate, name: null } },
      }
      const receipts = [
        await send(server.port('mx'), { host: 'localhost', ...via(kind, proxy) }),
        await send(server.port('submissions'), { host: 'localhost', ...inside, ...via(kind, proxy) }),
      ]
      expect(
        receipts.map(({ outcome, server }) => [outcome, server?.address, server?.tls?.authorized ?? null]),
      ).toEqual([
        ['accepted', 'localhost', null],
        ['accepted', 'localhost', true],
      ])
      expect(server.mails.length - before).toBe(2)
    })

    it('takes the right login and no other', async () => {
      await using proxy = await makers[kind](ports(), login)
      const host = '127.0.0.1'
      const results = [
        await send(server.port('mx'), { host, ...via(kind, proxy, login.user), proxySecret: login.password }),
        await send(server.port('mx'), { host, ...via(kind, proxy, login.user), proxySecret: 'wrong' }),
        await send(server.port('mx'), { host, ...via(kind, proxy) }),
      ]
      expect(results.map(({ outcome, failure }) => failure?.kind ?? outcome)).toEqual([
        'accepted',
        'proxy-login-refused',
        'proxy-login-refused',
      ])
    })

    it('says that it does not reach a closed port, nor a name that is none', async () => {
      const closed = await closedPort()
      await using proxy = await makers[kind]([closed])
      const results = [
        await send(closed, { host: '127.0.0.1', ...via(kind, proxy) }),
        await send(closed, { host: 'nowhere.invalid', ...via(kind, proxy) }),
      ]
      expect(results.map(({ failure }) => failure?.kind)).toEqual(['proxy-cannot-reach', 'proxy-cannot-reach'])
    })

    it('carries many mails over several connections to smtp-sink', async () => {
      await using sink = await smtpSink()
      await using proxy = await makers[kind]([sink.port])
      const access = relayAccess(sink.port, { ...via(kind, proxy) })
      const manner = { connections: 3, mailsPerConnection: 5, window: 4, mayOvertake: true }
      const tools = deliveryTools()
      const { sent, failure } = await deliverMany(
        { access, replyTimeout: 20, count: 40, ...manner, mail: () => composedMail() },
        tools,
      )
      expect([sent, failure, tools.sessions.length >= 8]).toEqual([40, null, true])
    })

    it('is used by heloise send', async () => {
      await using proxy = await makers[kind](ports(), login)
      const place = ['--server', `localhost:${server.port('mx')}`, '--security', 'none']
      const people = ['--from', 'ana@heloise.test', '--to', 'luis@heloise.test']
      const ran = await runHeloise(
        ['send', ...place, ...people, '--proxy', `${kind}://${login.user}@127.0.0.1:${proxy.port}`, '--json'],
        { environment: { HELOISE_PROXY_PASSWORD: login.password } },
      )
      expect([ran.status, `${ran.out}${ran.err}`.includes(login.password)], ran.err).toEqual([0, false])
    })
  })

  test('tinyproxy that does not let a port through is told from a server that cannot be reached', async () => {
    await using proxy = await tinyproxy([443])
    const { failure } = await send(server.port('mx'), { host: '127.0.0.1', ...via('http', proxy) })
    expect([failure?.kind, failure?.facts.reason?.startsWith('it answered 403')]).toEqual(['proxy-refused', true])
  })

  test('one kind of proxy is no proxy of the other kind', async () => {
    await using socks = await microsocks()
    await using http = await tinyproxy(ports())
    const asHttp = await send(server.port('mx'), { host: '127.0.0.1', ...via('http', socks) })
    // An HTTP proxy takes our octets for the beginning of a line, and waits for its end.
    const order = relayOrder(server.port('mx'), { access: via('socks5', http), replyTimeout: 0.5 })
    const asSocks = await deliver(order, deliveryTools())
    expect([asHttp.failure?.kind, asSocks.failure?.kind]).toEqual(['proxy-not-spoken', 'proxy-timed-out'])
  })
})
