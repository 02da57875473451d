// Bad input: said clearly and at once, status 2, and nothing has been sent.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { installedCommand, type Ran, runHeloise } from '../../fakes/command-line.ts'

const people = ['--from', 'ana@heloise.test', '--to', 'luis@heloise.test']
/** Nothing listens here, so a mail on its way would end with another status. */
const server = ['--server', '127.0.0.1:1']

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heloise-usage-'))
  await writeFile(join(folder, 'empty'), '')
  await writeFile(join(folder, 'no-mail.eml'), 'this is no mail\n')
})
afterAll(() => rm(folder, { recursive: true }))

test.each([
  ['no server', ['send', ...people], /--server/],
  ['no sender', ['send', ...server, '--to', 'a@x.test'], /--from/],
  ['no recipient', ['send', ...server, '--from', 'a@x.test'], /--to/],
  [
    'an attachment that is not there',
    ['send', ...server, ...people, '--attach', 'nowhere.pdf'],
    /--attach nowhere\.pdf: there is no such file/,
  ],
  ['a folder as an attachment', ['send', ...server, ...people, '--attach', tmpdir()], /folder/],
  ['a mail that is not there', ['send', ...server, ...people, '--eml', 'nowhere.eml'], /--eml nowhere\.eml/],
  [
    'a line end in the subject',
    ['send', ...server, ...people, '--subject', 'a\r\nBcc: x@x.test'],
    /--subject “a\\x0d\\x0aBcc/,
  ],
  ['a line end in an address', ['send', ...server, '--from', 'a@x.test', '--to', 'b@x.test\nDATA'], /--to/],
  ['an address that is none', ['send', ...server, '--from', 'ana', '--to', 'b@x.test'], /--from “ana”/],
  ['a server that is none', ['send', '--server', 'http://x', ...people], /--server “http:\/\/x”/],
  ['a transcript where none can be', ['send', ...server, ...people, '--transcript', '/nowhere/t.txt'], /--transcript/],
  ['a profile that is not there', ['send', ...people, '--profile', 'Work'], /no profile Work/],
  ['a login without a password', ['send', ...server, ...people, '--user', 'ana'], /HELOISE_PASSWORD/],
  ['an unknown option', ['send', '--sever', 'x'], /unknown option '--sever'\n.*--server/],
  ['an unknown command', ['sned'], /unknown command 'sned'/],
  ['a scenario that is none', ['loopback', '--scenario', 'chaos'], /refuse-ehlo/],
  ['a port that is none', ['loopback', '--port', '65535'], /65533/],
  ['a domain that is none', ['mx', 'a b'], /DOMAIN “a b”/],
  ['no domain', ['mx'], /DOMAIN/],
  ['a resolver that is none', ['mx', 'example.com', '--dns', 'dns.example'], /--dns/],
  ['a target that is none', ['diagnose', 'a b'], /^heloise: TARGET “a b” is not valid\. Wanted: a domain.*\n$/],
  ['a check that is none', ['diagnose', 'a.test', '--only', 'STL-01,XYZ'], /--only “XYZ”.*STL-01.*RCH/],
  ['a scan of no known size', ['diagnose', 'mx.test', '--scan', 'huge'], /--scan “huge” is not valid/],
  ['level 3 without the word of who runs the server', ['diagnose', 'mx.test', '--level', '3'], /--own/],
  ['an address that is none', ['diagnose', 'a.test', '--ip', 'mx.a.test'], /--ip/],
  ['a mail that is not there', ['diagnose', 'a.test', '--eml', '/nowhere.eml'], /--eml/],
  ['a block list that is none', ['diagnose', 'a.test', '--dnsbl', 'zen'], /--dnsbl/],
])('%s', async (_, parameters, said) => {
  const ran = await runHeloise(parameters)
  expect(ran).toMatchObject({ status: 2, err: expect.stringMatching(said) })
  expect(ran.err).not.toMatch(/\n {4}at /)
})

test('a raw mail that is none', async () => {
  const ran = await runHeloise(['send', ...server, ...people, '--eml', join(folder, 'no-mail.eml')])
  expect(ran.status).toBe(2)
})

test('an empty password file', async () => {
  const ran = await runHeloise([
    'send',
    ...server,
    ...people,
    '--user',
    'ana',
    '--password-file',
    join(folder, 'empty'),
  ])
  expect(ran).toMatchObject({ status: 2, err: expect.stringContaining('is empty') })
})

test.each([
  ['--password=hunter2'],
  ['--password', 'hunter2'],
  ['--pass=hunter2'],
  ['--user-password=hunter2'],
  ['--pasword=hunter2'],
])('a password by %s is refused and not repeated', async (...option) => {
  const ran = await runHeloise(['send', ...server, ...people, ...option])
  expect(ran.status).toBe(2)
  expect(ran.out + ran.err).not.toContain('hunter2')
})

test('the command as it is installed answers as the program does', async () => {
  const uses = [
    ['--version'],
    ['sned'],
    ['send', ...people, '--server', '127.0.0.1:1', '--quiet', '--stop-after', 'ehlo'],
  ]
  const run = (program?: string) =>
    Promise.all(uses.map((use) => runHeloise(use, program === undefined ? {} : { program })))
  const statuses = (rans: readonly Ran[]) => rans.map(({ status }) => status)
  expect(statuses(await run(installedCommand))).toEqual(statuses(await run()))
})

test('help and version answer on standard output', async () => {
  const [help, sendHelp, version, sendVersion] = await Promise.all(
    [['--help'], ['send', '--help'], ['--version'], ['send', '--version']].map((parameters) => runHeloise(parameters)),
  )
  expect([help, sendHelp, version, sendVersion]).toMatchObject([
    { status: 0, out: expect.stringContaining('loopback'), err: '' },
    { status: 0, out: expect.stringContaining('$ heloise send'), err: '' },
    { status: 0, out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), err: '' },
    { status: 0, out: version?.out },
  ])
})
