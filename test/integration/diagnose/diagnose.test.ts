import { afterEach, expect, test } from 'vitest'
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import { type Report, reportSchema } from '#shared/values/report.ts'
import {
  type DiagnoseAccess,
  type DiagnoseTarget,
  type DiagnoseTools,
  diagnose,
} from '../../../electron/engine/diagnose/index.ts'
import { memoryRecorder, type RecordedSession } from '../../fakes/recorder.ts'
import { fakeResolver } from '../../fakes/resolver.ts'
import { rawPeer } from '../../fakes/scripted-peer.ts'
import { authority, startTestServer, type TestServer } from '../loopback/test-server.ts'

let server: TestServer | null = null
afterEach(() => server?.stop())

const resolver = fakeResolver({
  addresses: { localhost: ['127.0.0.1'], 'mx.test': ['127.0.0.1'] },
  mx: { 'mail.test': [[10, 'mx.test']] },
})

type Run = {
  readonly events: readonly DiagnoseEvent[]
  readonly report: Report
  readonly sessions: readonly RecordedSession[]
}

async function run(target: Partial<DiagnoseTarget>, given: Partial<DiagnoseTools> = {}): Promise<Run> {
  const { recorder, sessions } = memoryRecorder()
  const tools = { recorder, resolver, signal: new AbortController().signal, replyTimeout: 2, ...given }
  const events: DiagnoseEvent[] = []
  for await (const event of diagnose({ text: '', access: null, ...target }, tools)) events.push(event)
  const last = events.at(-1)
  if (last?.kind !== 'report') throw new Error('The last event is no report.')
  return { events, report: last.report, sessions }
}

async function start(): Promise<TestServer> {
  server = await startTestServer()
  return server
}

/** What was asked: the rest of the catalogue is there as skipped. */
const asked = ({ checks }: Report) => checks.filter(({ result }) => result !== 'skipped').map(({ id }) => id)
const resultsOf = ({ checks }: Report) => Object.fromEntries(checks.map(({ id, result }) => [id, result]))
const trusting = (port: number, security: 'starttls' | 'tls'): DiagnoseAccess => ({
  route: 'relay',
  host: 'localhost',
  port,
  security,
  ehloName: null,
  certificate: { name: null, pin: null, authorities: authority.certificate },
  connection: usualConnection,
  proxySecret: null,
})

test('a sound server passes; offers, findings and the report come in order', async () => {
  const { port } = await start()
  const { events, report, sessions } = await run({ access: trusting(port('submission'), 'starttls') })
  expect(events.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1])).toEqual([
    'step',
    'due',
    'plan',
    'step',
    'session',
    'endpoint',
    'offers',
    'finding',
    'report',
  ])
  expect(report.checks.filter(({ result }) => result === 'fail')).toEqual([])
  expect(resultsOf(report)).toMatchObject({
    'RCH-01': 'pass',
    'RCH-06': 'pass',
    'RCH-07': 'pass',
    'EHL-03': 'pass',
    'STL-01': 'pass',
    'STL-02': 'pass',
    'STL-07': 'pass',
    'TLS-V1': 'pass',
    'TLS-X2': 'pass',
    'TLS-X3': 'pass',
    'AUT-01': 'pass',
    'AUT-02': 'pass',
  })
  expect(report).toMatchObject({
    target: `localhost:${port('submission')}`,
    role: 'submission',
    connections: 1,
    failure: null,
    offers: [
      {
        endpoint: `localhost:${port('submission')}`,
        address: '127.0.0.1',
        security: 'starttls',
        tls: { version: 'TLSv1.3', authorized: true },
      },
    ],
  })
  expect(reportSchema.safeParse(report).success).toBe(true)
  expect(sessions.map(({ outcome }) => outcome)).toEqual(['ok'])
})

test('the summary counts the findings, and every piece of evidence is an entry of its session', async () => {
  const { port } = await start()
  const { report, sessions } = await run({ access: trusting(port('submission'), 'starttls') })
  const counted = Object.values(report.summary).reduce((sum, count) => sum + count, 0)
  const dangling = report.checks
    .flatMap(({ evidence }) => evidence)
    .filter(({ session, entry }) => sessions.find(({ id }) => id === session)?.entries[entry]?.index !== entry)
  expect([counted, dangling]).toEqual([report.checks.length, []])
})

test('a port that speaks TLS at once is found out and asked again', async () => {
  const { port } = await start()
  const { report, sessions } = await run({ text: `localhost:${port('submissions')}` })
  expect([report.offers[0]?.security, resultsOf(report)['RCH-07'], sessions.map(({ outcome }) => outcome)]).toEqual([
    'tls',
    'info',
    ['failed', 'ok'],
  ])
})

test('a profile that says STARTTLS on such a port is wrong', async () => {
  const { port } = await start()
  const { report } = await run({ access: trusting(port('submissions'), 'starttls') })
  expect([report.offers[0]?.security, resultsOf(report)['RCH-07']]).toEqual(['tls', 'fail'])
})

test('a profile that says implicit TLS on a plain port is wrong', async () => {
  const { port } = await start()
  const { report } = await run({ access: trusting(port('submission'), 'tls') })
  expect([report.offers[0]?.security, resultsOf(report)['RCH-07']]).toEqual(['starttls', 'fail'])
})

test('a certificate of an unknown authority is told, and the session goes on', async () => {
  const { port } = await start()
  const { report } = await run({ text: `localhost:${port('submission')}` })
  expect([resultsOf(report)['TLS-X2'], resultsOf(report)['STL-02'], resultsOf(report)['AUT-02']]).toEqual([
    'fail',
    'pass',
    'pass',
  ])
})

test('a closed port fails, and nothing is said about what was not seen', async () => {
  const peer = await rawPeer(() => {})
  await peer[Symbol.asyncDispose]()
  const { report } = await run({ text: `127.0.0.1:${peer.port}` })
  expect(report.failure?.kind).toBe('connection-refused')
  expect(resultsOf(report)).toMatchObject({
    'RCH-01': 'fail',
    'RCH-02': 'info',
    'STL-01': 'indeterminate',
    'AUT-02': 'indeterminate',
  })
  expect(report.offers).toEqual([])
})

test('a web server is named as such', async () => {
  await using peer = await rawPeer((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'))
  const { report } = await run({ text: `127.0.0.1:${peer.port}` })
  expect([resultsOf(report)['RCH-07'], resultsOf(report)['EHL-03']]).toEqual(['fail', 'indeterminate'])
})

test('plain bytes behind the answer to STARTTLS are caught', async () => {
  await using peer = await rawPeer((socket) => {
    socket.write('220 hi\r\n')
    socket.on('data', (octets) => {
      socket.write(/EHLO/.test(String(octets)) ? '250-hi\r\n250 STARTTLS\r\n' : '220 go\r\n250 injected\r\n')
    })
  })
  const { report } = await run({ text: `127.0.0.1:${peer.port}` })
  expect(resultsOf(report)).toMatchObject({ 'STL-02': 'fail', 'STL-07': 'fail', 'TLS-X2': 'indeterminate' })
})

test('a stopped diagnosis ends at once with a report of what was found until then', async () => {
  await using peer = await rawPeer(() => {})
  const stop = new AbortController()
  const { recorder, sessions } = memoryRecorder()
  const events: DiagnoseEvent[] = []
  const tools = { recorder, resolver, signal: stop.signal, replyTimeout: 60 }
  for await (const event of diagnose({ text: `127.0.0.1:${peer.port}`, access: null }, tools)) {
    events.push(event)
    if (event.kind === 'session') setImmediate(() => stop.abort())
  }
  expect(events.at(-1)).toMatchObject({ kind: 'report', report: { failure: { kind: 'stopped' } } })
  expect(sessions.map(({ outcome }) => outcome)).toEqual(['stopped'])
})

test('a domain is looked at through its MX', async () => {
  const { port } = await start()
  const { report } = await run({ text: 'ana@mail.test' }, { mxPort: port('mx') })
  expect([report.role, report.offers.map(({ endpoint }) => endpoint), resultsOf(report)['MX-01']]).toEqual([
    'domain',
    [`mx.test:${port('mx')}`],
    'pass',
  ])
})

test('level 0 asks DNS alone', async () => {
  const { report, sessions } = await run({ text: 'ana@mail.test', level: 0 })
  const kinds = new Set(sessions.flatMap(({ entries }) => entries.map(({ kind }) => kind)))
  expect([asked(report).slice(0, 4), sessions.length, [...kinds]]).toEqual([
    ['MX-01', 'MX-02', 'DNS-01', 'DNS-02'],
    1,
    ['dns'],
  ])
})

test('only the checks that are wanted are told', async () => {
  const { port } = await start()
  const { report } = await run({ access: trusting(port('submission'), 'starttls'), only: ['stl-01', 'AUTH'] })
  expect(asked(report)).toEqual(['STL-01', 'AUT-01', 'AUT-02', 'AUT-16'])
})

test.each([
  ['not a host', 'host-invalid'],
  ['nowhere.test', 'host-not-found'],
])('“%s” ends in a report that says why', async (text, kind) => {
  const { report, sessions } = await run({ text })
  expect([report.failure?.kind, sessions]).toEqual([kind, []])
})

test('before the probes it is asked for their connections, and a no leaves the polite session alone', async () => {
  server = await startTestServer()
  const asked: number[] = []
  const confirm = async ({ connections }: { readonly connections: number }) => {
    asked.push(connections)
    return false
  }
  const { report } = await run({ text: `127.0.0.1:${server.port('mx')}`, level: 2 }, { confirm })
  const relay = report.checks.find(({ id }) => id === 'STL-06')
  expect([asked.length, (asked[0] ?? 0) > 1, report.connections, relay?.summary.en]).toEqual([
    1,
    true,
    1,
    'Not asked: it takes many connections (level 2).',
  ])
})

test('a server that hangs up before it greets is a failure with advice', async () => {
  await using peer = await rawPeer((socket) => void socket.end())
  const { report } = await run({ text: `127.0.0.1:${peer.port}` })
  const greeting = report.checks.find(({ id }) => id === 'RCH-06')
  expect([greeting?.result, greeting?.summary.en, greeting?.advice?.en]).toEqual([
    'fail',
    'The server took the connection and hung up without a word.',
    expect.stringContaining('block list'),
  ])
})
