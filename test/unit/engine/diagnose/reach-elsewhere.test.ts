import { expect, test } from 'vitest'
import { reachElsewhere } from '../../../../electron/engine/diagnose/reach-elsewhere.ts'
import { closedPort } from '../../../fakes/closed-port.ts'
import { faultyServer } from '../../../fakes/faulty-server.ts'
import { at } from '../../../fakes/fleet.ts'
import { memoryRecorder } from '../../../fakes/recorder.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'

test('another port of a silent host is tried, and no word is said there', async () => {
  await using server = await faultyServer()
  const { recorder, sessions } = memoryRecorder()
  const resolver = fakeResolver({ addresses: { 'mx.example.com': ['127.0.0.1'] } })
  const told: string[] = []
  const tools = { recorder, resolver, signal: new AbortController().signal, onSession: (id: string) => told.push(id) }
  const places = [at('mx.example.com', '127.0.0.1'), at('gone.example.com', '192.0.2.1')]
  const ports = [server.port, await closedPort()]
  expect([
    await reachElsewhere(places, tools, ports),
    await reachElsewhere(places, tools, ports.slice(1)),
    await reachElsewhere(places, { ...tools, signal: AbortSignal.abort() }, ports),
    server.received,
    sessions.map(({ id, outcome }) => [told.includes(id), outcome]),
  ]).toEqual([
    1,
    0,
    0,
    [],
    [
      [true, 'ok'],
      [true, 'failed'],
      [true, 'failed'],
    ],
  ])
})
