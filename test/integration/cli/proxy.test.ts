// `heloise send` through proxies: the password is for the proxy alone, and each way of failing has a status.
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closedPort } from '../../fakes/closed-port.ts'
import { startHeloiseCommand } from '../../fakes/command-line.ts'
import { httpProxy, socksProxy } from '../../fakes/forwarding-proxy.ts'
import { rawPeer } from '../../fakes/scripted-peer.ts'
import { startTestServer, type TestServer } from '../loopback/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.stop())

const login = { user: 'ana', password: 'caballo-grapa-7ñ' }
const makers = { socks5: socksProxy, http: httpProxy }

/** How other programs of the machine see the process. */
const titlesOf = (id: number | undefined) =>
  process.platform === 'linux'
    ? Promise.all(['cmdline', 'comm'].map((name) => readFile(`/proc/${id}/${name}`, 'utf8')))
    : []

const people = ['--from', 'ana@heloise.test', '--to', 'luis@heloise.test']
const byName = () => ['--server', `mx.example:${server.port('mx')}`, '--security', 'none']

const start = (options: readonly string[], place = byName(), environment = {}) =>
  startHeloiseCommand(['send', ...place, ...people, ...options, '--json'], { environment })
const send = (options: readonly string[], place = byName()) => start(options, place).ended

test.each(['socks5', 'http'] as const)(
  'a mail goes through %s, and the password is in nothing that is shown',
  async (kind) => {
    await using proxy = await makers[kind]({ login })
    const before = server.mails.length
    const url = `${kind}://ana@127.0.0.1:${proxy.port}`
    const { child, ended } = start(['--proxy', url], byName(), { HELOISE_PROXY_PASSWORD: login.password })
    const titles = await titlesOf(child.pid)
    const ran = await ended
    expect(ran, ran.err).toMatchObject({ status: 0 })
    expect([JSON.parse(ran.out).server.address, server.mails.length - before]).toEqual(['mx.example', 1])
    expect([proxy.asked, proxy.logins]).toEqual([[`mx.example:${server.port('mx')}`], [`ana:${login.password}`]])
    const secrets = [login.password, Buffer.from(`ana:${login.password}`).toString('base64')]
    expect(secrets.filter((secret) => [...titles, ran.out, ran.err].some((text) => text.includes(secret)))).toEqual([])
    expect(ran.err).toContain(`through the proxy 127.0.0.1:${proxy.port}`)
  },
)

test('what goes wrong at the proxy ends with the status of the connection, and says which option helps', async () => {
  await using asking = await httpProxy({ login })
  await using silent = await rawPeer((socket) => socket.resume())
  await using open = await socksProxy()
  const closed = await closedPort()
  const unreachable = ['--server', `mx.example:${closed}`, '--security', 'none']
  const cases = [
    await send(['--proxy', `socks5://127.0.0.1:${closed}`]),
    await send(['--proxy', `http://127.0.0.1:${asking.port}`]),
    await send(['--proxy', `socks5://127.0.0.1:${open.port}`], unreachable),
    await send(['--proxy', `socks5://127.0.0.1:${silent.port}`, '--timeout', '0.3']),
    await send(['--local-address', '192.0.2.77'], ['--server', '127.0.0.1:1']),
    await send(['--proxy', 'socks5://127.0.0.1'], ['--server', 'unix:/nowhere']),
  ]
  expect(cases.map((ran) => [ran.status, JSON.parse(ran.out).failure.kind])).toEqual([
    [11, 'proxy-unreachable'],
    [11, 'proxy-login-refused'],
    [11, 'proxy-cannot-reach'],
    [21, 'proxy-timed-out'],
    [11, 'local-address-unusable'],
    [2, 'profile-invalid'],
  ])
  expect(cases[1]?.err).toContain('--proxy-password-file FILE')
})

test('the server sees the address that was chosen', async () => {
  const clients: string[] = []
  await using peer = await rawPeer((socket) => {
    clients.push(socket.remoteAddress ?? '')
    socket.end('554 No\r\n')
  })
  const ran = await send(['--local-address', '127.0.0.42'], ['--server', `127.0.0.1:${peer.port}`])
  expect([ran.status, clients]).toEqual([12, ['127.0.0.42']])
})

test('a password in the URL, or by an option, is refused and not repeated', async () => {
  const refused = [
    await send(['--proxy', 'http://ana:hunter2@127.0.0.1:8080']),
    await send(['--proxy-password', 'hunter2', '--proxy', 'http://ana@127.0.0.1:8080']),
    await send(['--proxy-password=hunter2']),
  ]
  expect(refused.map((ran) => [ran.status, /HELOISE_\w*PASSWORD/.test(ran.err), ran.err.includes('hunter2')])).toEqual(
    Array(3).fill([2, true, false]),
  )
})

test('what was the PROXY header says how it is called now', async () => {
  const ran = await send(['--proxy', 'v1'])
  expect([ran.status, ran.err.includes('--proxy-header')]).toEqual([2, true])
})
