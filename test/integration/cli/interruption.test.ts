// Ctrl-C ends a command at once, with status 130 and what is certain.
import { expect, test } from 'vitest'
import { startHeloiseCommand } from '../../fakes/command-line.ts'
import { scriptedPeer } from '../../fakes/scripted-peer.ts'
import { toScript } from '../../fakes/transcript.ts'

const people = ['--from', 'ana@heloise.test', '--to', 'luis@heloise.test']

const start = [
  'S: 220 hi',
  'C: EHLO',
  'S: 250 hi',
  'C: MAIL',
  'S: 250 ok',
  'C: RCPT',
  'S: 250 ok',
  'C: DATA',
  'S: 354 go on',
]
const headers = Array.from({ length: 7 }, () => 'C: header')

test.each([
  ['before the mail', ['* silence'], '* Connected', /Stopped\. Nothing was sent\./],
  ['after the final dot', [...start, ...headers, '* silence'], 'C: .', /it is not known whether it was taken/],
])('%s', async (_, lines, last, said) => {
  await using peer = await scriptedPeer(toScript(lines))
  const {
    child,
    ended,
    said: waitUntil,
  } = startHeloiseCommand(['send', '--server', `127.0.0.1:${peer.port}`, '--security', 'none', ...people])
  await waitUntil(last)
  child.kill('SIGINT')
  const ran = await ended
  expect([ran.status, ran.out]).toEqual([130, expect.stringMatching(said)])
})

test('while a mail is read from standard input', async () => {
  const parameters = ['send', '--server', '127.0.0.1:1', ...people, '--eml', '-', '--json']
  const { child, ended } = startHeloiseCommand(parameters, { input: null })
  // More than a pipe holds: once it is gone, the program is reading.
  await new Promise((resolve) => child.stdin?.write(Buffer.alloc(1024 * 1024, 'x'), resolve))
  child.kill('SIGINT')
  const ran = await ended
  expect([ran.status, ran.out]).toEqual([130, ''])
})

test('the loopback server', async () => {
  const { child, ended, said } = startHeloiseCommand(['loopback', '--port', '0'])
  await said('Ctrl-C')
  await said('Login:')
  child.kill('SIGINT')
  expect((await ended).status).toBe(130)
})
