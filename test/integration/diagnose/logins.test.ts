import { expect, it } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import type { DiagnoseAccess } from '../../../electron/engine/diagnose/index.ts'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
import { authority } from '../loopback/test-server.ts'
import { eachCase } from './cases/fault-case.ts'
import { base64, loginCases, soundLogins } from './cases/logins.ts'

const access = (port: number): DiagnoseAccess => ({
  route: 'relay',
  host: '127.0.0.1',
  port,
  security: 'starttls',
  ehloName: null,
  connection: usualConnection,
  proxySecret: null,
  certificate: { name: 'localhost', pin: null, authorities: authority.certificate },
})

eachCase(loginCases, (port) => ({ access: access(port), credentials: { user: 'ana', secret: 's3cret' } }))

it('tries no wrong password below level 3, nor at a server of others', async () => {
  await using server = await faultyServer(soundLogins)
  await diagnosed(server.port, { access: access(server.port), level: 2, only: ['AUT'] })
  expect(server.received.filter((line) => /^AUTH PLAIN \S/.test(line))).toEqual([])
})

it('shows no password in its log', async () => {
  await using server = await faultyServer(soundLogins)
  const report = await diagnosed(server.port, {
    access: access(server.port),
    only: ['AUT'],
    credentials: { user: 'ana', secret: 's3cret' },
    tools: { replyTimeout: 0.4 },
  })
  expect(JSON.stringify(report)).not.toContain('s3cret')
  expect(JSON.stringify(report)).not.toContain(base64('\0ana\0s3cret'))
})
