// `heloise send --profile`: what the profile says holds, unless an option says otherwise.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import { usualTls } from '#shared/values/tls-versions.ts'
import { type ChunkSink, chunkSink } from '../../fakes/chunk-sink.ts'
import { runHeloise } from '../../fakes/command-line.ts'
import { startHeloise, type TestHeloise } from '../../fakes/heloise.ts'
import { wire } from '../../fakes/wire.ts'

let heloise: TestHeloise
let sink: ChunkSink
beforeEach(async () => {
  heloise = await startHeloise()
  sink = await chunkSink({ offers: ['CHUNKING', 'DSN'] })
})
afterEach(async () => {
  await sink[Symbol.asyncDispose]()
  await heloise.close()
})

test('a mail goes over the wire as the profile does it, and an option changes that', async () => {
  const options = wire({ extensions: { CHUNKING: 'off' }, rcptParameters: ['X=1'] })
  await heloise.api.profiles.save({
    profile: {
      id: '',
      name: 'Work',
      sender: { name: 'Ana', address: 'ana@heloise.test' },
      route: 'relay',
      host: '127.0.0.1',
      port: sink.port,
      security: 'none',
      login: null,
      certificate: { pin: null, authorities: null, name: null },
      tls: usualTls,
      connection: usualConnection,
      policies: noPolicies,
      wire: options,
      ehloName: null,
      isLoopback: false,
    },
  })
  await heloise.stop()
  const send = (...more: string[]) =>
    runHeloise(['send', '--profile', 'work', '--to', 'luis@heloise.test', '--quiet', ...more], {
      environment: { HELOISE_DATA: heloise.dataFolder },
    })
  const statuses = [(await send()).status, (await send('--ext', 'CHUNKING=on', '--notify', 'DELAY')).status]
  const said = sink.commands.filter((line) => /^(RCPT|DATA)/.test(line))
  expect([statuses, said]).toEqual([
    [0, 0],
    ['RCPT TO:<luis@heloise.test> X=1', 'DATA', 'RCPT TO:<luis@heloise.test> NOTIFY=DELAY X=1'],
  ])
})
