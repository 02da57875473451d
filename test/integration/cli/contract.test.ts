// What scripts rely on: every option by its name, where output goes, what a failure looks like, and what is written to files.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { runHeloise } from '../../fakes/command-line.ts'
import { authority, login, startTestServer, type TestServer } from '../loopback/test-server.ts'

let folder = ''
let ca = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heloise-contract-'))
  ca = join(folder, 'ca.pem')
  await writeFile(ca, authority.certificate)
})
afterAll(() => rm(folder, { recursive: true }))

const running: TestServer[] = []
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop()
})
async function loopback(...options: Parameters<typeof startTestServer>): Promise<TestServer> {
  const server = await startTestServer(...options)
  running.push(server)
  return server
}

const people = ['--from', 'ana@heloise.test', '--to', 'luis@heloise.test']

const contract: Readonly<Record<string, readonly string[]>> = {
  send: [
    ...[
      '--server',
      '--security',
      '--user',
      '--auth',
      '--ca',
      '--pin',
      '--ehlo',
      '--mx',
      '--from',
      '--to',
      '--subject',
      '--text',
    ],
    ...['--html', '--attach', '--eml', '--stop-after', '--profile', '--count', '--connections', '--timeout', '--json'],
    ...['--transcript', '--password-file'],
  ],
  diagnose: ['--json', '--only', '--level', '--dns'],
  mx: ['--dns', '--json'],
  loopback: ['--port', '--save', '--scenario', '--json'],
  web: ['--port', '--no-open'],
}

test.each(Object.entries(contract))('heloise %s has its options', async (command, options) => {
  const { status, out } = await runHeloise([command, '--help'])
  const listed = new Set(out.match(/--[a-z-]+/g))
  expect([status, options.filter((option) => !listed.has(option))]).toEqual([0, []])
})

test('with --json the document has standard output to itself, and the conversation stands beside it', async () => {
  const server = await loopback()
  const ran = await runHeloise(['send', '-s', `127.0.0.1:${server.port('mx')}`, ...people, '--json'])
  expect(JSON.parse(ran.out)).toMatchObject({ outcome: 'accepted' })
  expect(ran.err).toMatch(/S: 220 [\s\S]*C: MAIL FROM:<ana@heloise\.test>[\s\S]*luis@heloise\.test/)
})

test('a failure is told in full, beside all that was learnt before it', async () => {
  const server = await loopback({ scenario: 'refuse-content' })
  const ran = await runHeloise(['send', '-s', `127.0.0.1:${server.port('mx')}`, '--ca', ca, ...people, '--json'])
  const { failure, recipients, server: place } = JSON.parse(ran.out)
  expect([ran.status, failure]).toEqual([
    19,
    {
      kind: 'content-refused',
      stage: 'data',
      message: expect.stringContaining('did not take the mail'),
      reply: { code: expect.any(Number), enhanced: expect.any(String), text: expect.any(String) },
      fault: 'theirs',
      advice: expect.any(String),
    },
  ])
  expect(recipients).toEqual([
    { address: 'luis@heloise.test', outcome: 'refused', stage: 'data', reply: failure.reply },
  ])
  expect(place).toMatchObject({ host: '127.0.0.1', tls: { authorized: true } })
})

test('the password may come from a file, and the conversation go into one, without it', async () => {
  const server = await loopback()
  const [passwordFile, transcript] = [join(folder, 'password'), join(folder, 'transcript.txt')]
  await writeFile(passwordFile, `${login.password}\n`)
  const place = ['--server', `127.0.0.1:${server.port('submissions')}`, '--security', 'tls', '--ca', ca]
  const who = ['--user', login.user, '--password-file', passwordFile, '--auth', 'PLAIN']
  const ran = await runHeloise(['send', ...place, ...who, ...people, '--transcript', transcript, '--quiet'])
  expect([ran.status, ran.err]).toEqual([0, expect.stringContaining(transcript)])
  const text = await readFile(transcript, 'utf8')
  expect(text).toMatch(/^S: 220 [\s\S]*^C: AUTH PLAIN \[maria, password hidden\]$[\s\S]*^S: 221 /m)
  expect(text).not.toContain(login.password)
})

test('a diagnosis that finds failures has a status of its own, and is one document', async () => {
  const server = await loopback()
  const target = `127.0.0.1:${server.port('mx')}`
  const [whole, part] = await Promise.all([
    runHeloise(['diagnose', target, '--json']),
    runHeloise(['diagnose', target, '--json', '--level', '0']),
  ])
  const report = JSON.parse(whole.out)
  const failed = JSON.stringify(report).includes('"fail"')
  expect([whole.status, failed]).toEqual([30, true])
  expect(Object.keys(JSON.parse(part.out))).toEqual(Object.keys(report))
  expect(part.out.length).toBeLessThan(whole.out.length)
})
