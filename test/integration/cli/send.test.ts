// `heloise send` as a program: what it writes, and how it ends at each stage.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { Scenario } from '#shared/values/scenarios.ts'
import { type Ran, runHeloise } from '../../fakes/command-line.ts'
import { postOffice } from '../../fakes/post-office.ts'
import { type Peer, rawPeer, scriptedPeer } from '../../fakes/scripted-peer.ts'
import { toScript } from '../../fakes/transcript.ts'
import { authority, login, startTestServer, type TestServer } from '../loopback/test-server.ts'

let folder = ''
let ca = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heloise-send-'))
  ca = join(folder, 'ca.pem')
  await writeFile(ca, authority.certificate)
})
afterAll(() => rm(folder, { recursive: true }))

const running: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const stop of running.splice(0)) await stop()
})

async function loopback(scenario: Scenario = 'none'): Promise<TestServer> {
  const server = await startTestServer({ scenario })
  running.push(() => server.stop())
  return server
}

function closing<T extends Peer>(peer: T): T {
  running.push(async () => peer[Symbol.asyncDispose]())
  return peer
}

const people = ['--from', 'Ana Núñez <ana@heloise.test>', '--to', 'luis@heloise.test']
const send = (port: number, more: readonly string[] = [], environment = {}): Promise<Ran> =>
  runHeloise(['send', '--server', `127.0.0.1:${port}`, '--ca', ca, ...people, '--json', ...more], { environment })

test('the receipt has the shape that scripts rely on', async () => {
  const server = await loopback()
  const password = { HELOISE_PASSWORD: login.password }
  const ran = await send(server.port('submission'), ['--security', 'starttls', '--user', login.user], password)
  expect(ran.status, ran.err).toBe(0)
  expect(JSON.parse(ran.out)).toEqual({
    outcome: 'accepted',
    messageId: expect.stringMatching(/^<[^<>@]+@heloise\.test>$/),
    server: {
      host: '127.0.0.1',
      address: '127.0.0.1',
      port: server.port('submission'),
      tls: { version: 'TLSv1.3', cipher: expect.any(String), authorized: true },
    },
    capabilities: expect.arrayContaining([
      { keyword: 'AUTH', parameters: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'SCRAM-SHA-1', 'SCRAM-SHA-256'] },
    ]),
    auth: { mechanism: 'SCRAM-SHA-256' },
    recipients: [
      {
        address: 'luis@heloise.test',
        outcome: 'accepted',
        stage: 'data',
        reply: expect.objectContaining({ code: 250, enhanced: '2.0.0' }),
      },
    ],
    failure: null,
    timings: expect.objectContaining({
      connect: expect.any(Number),
      tls: expect.any(Number),
      total: expect.any(Number),
    }),
    bytes: server.mails[0]?.octets.length,
  })
})

test('a person gets the conversation and the outcome, without colours in a pipe', async () => {
  const server = await loopback()
  const ran = await runHeloise(['send', '-s', `127.0.0.1:${server.port('mx')}`, ...people])
  expect(ran).toMatchObject({ status: 0, err: '' })
  expect(ran.out).toMatch(
    /S: 220 .*\n[\s\S]* {5}C: EHLO [\s\S]* TLS C: MAIL FROM:<ana@heloise\.test>[\s\S]*\n\nAccepted by 127\.0\.0\.1:\d+\n {2}luis@heloise\.test {2}accepted {2}250 2\.0\.0 /,
  )
  expect(ran.out).not.toContain('\x1b')
})

test('in Spanish when the terminal is', async () => {
  const server = await loopback('refuse-content')
  const ran = await runHeloise(['send', '-s', `127.0.0.1:${server.port('mx')}`, ...people, '-q'], {
    environment: { LANG: 'es_ES.UTF-8' },
  })
  expect([ran.status, ran.out]).toEqual([19, expect.stringMatching(/Rechazado por[\s\S]*Qué hacer:/)])
})

test('an attached file arrives as it is, and --eml sends what it is given', async () => {
  const server = await loopback()
  const raw = 'Subject: x\r\nMessage-ID: <raw@x.test>\r\n\r\n.dot\r\n'
  const ran = await runHeloise(['send', '-s', `127.0.0.1:${server.port('mx')}`, ...people, '--eml', '-', '--json'], {
    input: raw,
  })
  expect([ran.status, JSON.parse(ran.out).messageId]).toEqual([0, '<raw@x.test>'])
  expect(server.mails[0]?.octets.toString()).toBe(raw)
})

test('--stop-after checks and sends nothing', async () => {
  const server = await loopback()
  const ran = await send(server.port('mx'), ['--stop-after', 'rcpt'])
  expect([ran.status, JSON.parse(ran.out).outcome, server.mails]).toEqual([0, 'checked', []])
})

test('--count sends the mail many times, each with a Message-ID of its own', async () => {
  const server = await loopback()
  const ran = await send(server.port('mx'), ['--count', '6', '--connections', '2'])
  expect(JSON.parse(ran.out)).toEqual({
    sent: 6,
    refused: 0,
    unknown: 0,
    failed: 0,
    seconds: expect.any(Number),
    messagesPerSecond: expect.any(Number),
    connections: 2,
  })
  const ids = server.mails.map(({ octets }) => /^Message-ID: (.*)$/im.exec(octets.toString())?.[1])
  expect([new Set(ids).size, server.sessions.length]).toEqual([6, 2])
})

test('--keep-order sends the copies one after the other, whatever the connections', async () => {
  // Its answers take a while, in which mails of other connections would come.
  await using office = await postOffice({ pauses: [5] })
  const ran = await send(office.port, ['--count', '12', '--connections', '3', '--keep-order'])
  expect([ran.status, office.taken.length, office.mostAtOnce()]).toEqual([0, 12, 1])
})

test.each([
  ['no-starttls', ['--security', 'starttls'], 14, 'starttls-not-offered'],
  ['starttls-refused', ['--security', 'starttls'], 14, 'starttls-refused'],
  ['refuse-login', ['--user', 'maria'], 15, 'login-refused'],
  ['greylist', [], 17, 'recipients-refused'],
  ['refuse-content', [], 19, 'content-refused'],
  ['drop-after-dot', [], 20, 'outcome-unknown'],
] as const)('the scenario %s ends with its status', async (scenario, more, status, kind) => {
  const server = await loopback(scenario)
  const ran = await send(server.port('mx'), more, { HELOISE_PASSWORD: login.password })
  expect([ran.status, JSON.parse(ran.out).failure.kind], ran.err).toEqual([status, kind])
})

test('some recipients refused has a status of its own', async () => {
  const server = await loopback()
  const ran = await send(server.port('mx'), ['--to', '550-5.1.1@heloise.test'])
  expect([ran.status, JSON.parse(ran.out).outcome]).toEqual([18, 'partial'])
})

test.each([
  ['greeting', ['S: 554 no service'], 12],
  ['hello', ['S: 220 hi', 'C: EHLO', 'S: 550 no', '* hang up'], 13],
  ['sender', ['S: 220 hi', 'C: EHLO', 'S: 250 hi', 'C: MAIL', 'S: 550 no', 'C: QUIT', 'S: 221 bye'], 16],
])('a refused %s ends with its status', async (_, lines, status) => {
  const peer = closing(await scriptedPeer(toScript(lines)))
  const ran = await send(peer.port, ['--security', 'none'])
  expect(ran.status, ran.err).toBe(status)
})

test('a closed port, a name that does not exist, and a silent server', async () => {
  const peer = await rawPeer(() => {})
  const silent = await send(peer.port, ['--timeout', '0.3'])
  await peer[Symbol.asyncDispose]()
  const closed = await send(peer.port)
  const nowhere = await runHeloise(['send', '--server', 'nowhere.invalid', ...people, '--json'])
  expect([silent.status, closed.status, nowhere.status]).toEqual([21, 11, 10])
})
