// Mails of a diagnosis that go through Postfix and arrive at our own server again: what a real relay keeps, wraps and lets through.
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSink } from '../../electron/engine/diagnose/index.ts'
import { startLoopback } from '../../electron/engine/loopback/index.ts'
import { issue } from '../fakes/certificates.ts'
import { diagnosed } from '../fakes/diagnosed.ts'
import { memoryRecorder } from '../fakes/recorder.ts'
import { freePorts } from './mail-server/needs.ts'
import { startMxHosts } from './names/mx-hosts.ts'
import { missingForNames } from './names/needs.ts'

const relay = '127.0.0.21'
const sink = createSink()
const running = new AsyncDisposableStack()
let port = 0

const missing = missingForNames()
describe.skipIf(missing !== null)(missing === null ? 'a relay' : `a relay (skipped: ${missing})`, () => {
  beforeAll(startEverything)
  afterAll(() => running.disposeAsync())

  test('what Postfix passes on is seen where it arrives', async () => {
    const only = ['REL-02', 'ROB-05', 'ROB-06', 'ROB-08', 'ROB-10', 'PERF-16']
    const tools = { mxPort: port, sink, sinkSeconds: 10, replyTimeout: 20 }
    const report = await diagnosed(port, { text: `${relay}:${port}`, level: 3, mailbox: 'ana@sink.test', only, tools })
    const results = report.checks.map(({ id, result }) => [id, result] as const)
    expect(Object.fromEntries(results)).toEqual({
      'REL-02': 'fail',
      'ROB-05': 'warn',
      'ROB-06': 'pass',
      'ROB-08': 'fail',
      'ROB-10': 'pass',
      'PERF-16': 'pass',
    })
    const long = report.checks.find(({ id }) => id === 'ROB-05')
    expect(long?.summary.en).toMatch(/^A line of 1200 octets arrives, but wrapped into several/)
  })
})

async function startEverything(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'heloise-round-trip-'))
  await chmod(directory, 0o755)
  running.defer(() => rm(directory, { recursive: true, force: true }))
  ;[port = 0] = await freePorts(1)
  const { key, certificate } = await issue({ name: 'localhost', names: ['localhost'] })
  const options = {
    ports: { mx: 0, submission: 0, submissions: 0 },
    scenario: 'none',
    login: { user: 'loopback', password: 'unused' },
    identity: { key, certificate },
  } as const
  const receive = async ({ content }: { readonly content: AsyncIterable<Uint8Array> }) => {
    for await (const _ of content);
    return { id: 'probe' }
  }
  const server = await startLoopback(options, { ...memoryRecorder(), receive, heard: sink.hear })
  running.defer(() => server.stop())
  const next = server.listeners.find(({ role }) => role === 'mx')?.port ?? 0
  const postfix = await startMxHosts(directory, port, [{ address: relay, chain: [] }], ['sink.test'], next)
  running.defer(postfix.stop)
}
