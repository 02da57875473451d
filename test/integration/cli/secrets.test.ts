// A password is seen by the server and by nobody else.
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startHeloiseCommand } from '../../fakes/command-line.ts'
import { rawPeer } from '../../fakes/scripted-peer.ts'

const password = 'caballo-grapa-7ñ'

/** It offers LOGIN, quotes what it did not like, and then says nothing more. */
const quotingPeer = () =>
  rawPeer((socket) => {
    socket.write('220 hi\r\n')
    socket.on('data', (octets) => {
      const line = octets.toString().trimEnd()
      if (line.startsWith('EHLO')) socket.write('250-hi\r\n250 AUTH PLAIN\r\n')
      else if (line.startsWith('AUTH')) socket.write(`535 5.7.8 I do not understand ${line}\r\n`)
      else socket.write('500 what?\r\n')
    })
  })

const sendThrough = (port: number): string[] => [
  ...['send', '--server', `127.0.0.1:${port}`, '--security', 'none', '--plaintext-login'],
  ...['--user', 'ana', '--from', 'ana@heloise.test', '--to', 'luis@heloise.test'],
]
const environment = { HELOISE_PASSWORD: password }

test.skipIf(process.platform !== 'linux')(
  'the password is in no argument, title or output while the session runs',
  async () => {
    await using peer = await quotingPeer()
    const { child, ended } = startHeloiseCommand(sendThrough(peer.port), { environment })
    const titles = await Promise.all(['cmdline', 'comm'].map((name) => readFile(`/proc/${child.pid}/${name}`, 'utf8')))
    const ran = await ended

    const secrets = [
      password,
      Buffer.from(password).toString('base64'),
      Buffer.from(`\0ana\0${password}`).toString('base64'),
    ]
    expect(ran.status).toBe(15)
    expect(secrets.filter((secret) => [...titles, ran.out, ran.err].some((text) => text.includes(secret)))).toEqual([])
  },
)

test('the person who asks sees the login, on the screen alone', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'heloise-secrets-'))
  try {
    const file = join(folder, 'session.txt')
    await using peer = await quotingPeer()
    const asking = [...sendThrough(peer.port), '--show-secrets', '--transcript', file]
    const { out, err } = await startHeloiseCommand(asking, { environment }).ended
    const said = Buffer.from(`\0ana\0${password}`).toString('base64')
    expect(out).toContain(`= AUTH PLAIN ${said}\n`)
    expect(out).toContain(`= \\x00ana\\x00${password}\n`)
    expect(out).toContain(`= 535 5.7.8 I do not understand AUTH PLAIN ${said}\n`)
    expect([err, await readFile(file, 'utf8')].filter((text) => text.includes(said))).toEqual([])
  } finally {
    await rm(folder, { recursive: true })
  }
})
