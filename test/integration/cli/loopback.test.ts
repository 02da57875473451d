// `heloise loopback` as a script uses it: where it listens, then a line a mail.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runHeloise, startHeloiseCommand } from '../../fakes/command-line.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heloise-loopback-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('it tells its ports, login and authority, and each mail with its file', async () => {
  const { child, ended, said } = startHeloiseCommand(['loopback', '--port', '0', '--save', folder, '--json'])
  const first = (await said(/^\{"listening".*\n/)).split('\n')[0] ?? ''
  const opening = JSON.parse(first)
  expect(opening).toEqual({
    listening: [
      { port: expect.any(Number), security: 'starttls', auth: 'optional' },
      { port: expect.any(Number), security: 'starttls', auth: 'required' },
      { port: expect.any(Number), security: 'tls', auth: 'required' },
    ],
    login: { user: expect.any(String), password: expect.any(String) },
    ca: expect.stringContaining('BEGIN CERTIFICATE'),
  })

  const ca = join(folder, 'ca.pem')
  await writeFile(ca, opening.ca)
  const mail = 'Subject: ¡hola!\r\n\r\n.uno\r\n..dos\r\n'
  const parameters = [
    '--server',
    `localhost:${opening.listening[2].port}`,
    '--security',
    'tls',
    '--ca',
    ca,
    '--user',
    opening.login.user,
  ]
  const people = ['--from', 'ana@heloise.test', '--to', 'luis@heloise.test,maria@heloise.test']
  const sent = await runHeloise(['send', ...parameters, ...people, '--eml', '-', '--quiet'], {
    environment: { HELOISE_PASSWORD: opening.login.password },
    input: mail,
  })
  expect(sent.status, sent.out + sent.err).toBe(0)

  await said('"received"')
  child.kill('SIGINT')
  const ran = await ended
  const { received } = JSON.parse(ran.out.trim().split('\n')[1] ?? '')
  expect(received).toEqual({
    id: expect.any(String),
    from: 'ana@heloise.test',
    to: ['luis@heloise.test', 'maria@heloise.test'],
    size: Buffer.byteLength(mail),
    tls: true,
    user: opening.login.user,
    file: expect.stringContaining(folder),
  })
  expect(await readFile(received.file, 'utf8')).toBe(mail)
})

test('a port that is taken is named', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : 0
  const ran = await runHeloise(['loopback', '--port', String(port)])
  await new Promise((resolve) => server.close(resolve))
  expect(ran).toMatchObject({ status: 1, err: expect.stringContaining(`Port ${port}`) })
})
