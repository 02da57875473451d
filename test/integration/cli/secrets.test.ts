// A password is seen by the server and by nobody else.
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { startHeloiseCommand } from '../../fakes/command-line.ts'
import { rawPeer } from '../../fakes/scripted-peer.ts'

const password = 'caballo-grapa-7ñ'

test.skipIf(process.platform !== 'linux')(
  'the password is in no argument, title or output while the session runs',
  async () => {
    // It offers LOGIN, quotes what it did not like, and then says nothing more.
    await using peer = await rawPeer((socket) => {
      socket.write('220 hi\r\n')
      socket.on('data', (octets) => {
        const line = octets.toString().trimEnd()
        if (line.startsWith('EHLO')) socket.write('250-hi\r\n250 AUTH PLAIN\r\n')
        else if (line.startsWith('AUTH')) socket.write(`535 5.7.8 I do not understand ${line}\r\n`)
        else socket.write('500 what?\r\n')
      })
    })
    const place = ['--server', `127.0.0.1:${peer.port}`, '--security', 'none', '--plaintext-login']
    const people = ['--user', 'ana', '--from', 'ana@heloise.test', '--to', 'luis@heloise.test']
    const { child, ended } = startHeloiseCommand(['send', ...place, ...people], {
      environment: { HELOISE_PASSWORD: password },
    })
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
