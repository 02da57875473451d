// How many connections are told of before a diagnosis, and how many the server counts.
import { expect, test } from 'vitest'
import type { Level } from '#shared/values/diagnosis.ts'
import { budgetOf } from '../../../electron/engine/diagnose/index.ts'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { fakeResolver } from '../../fakes/resolver.ts'
import { rawPeer } from '../../fakes/scripted-peer.ts'
import { startTestServer } from '../loopback/test-server.ts'

const toldOf = async (port: number, level: Level) => {
  const target = { text: `127.0.0.1:${port}`, access: null, level }
  const { connections } = await budgetOf(target, { resolver: fakeResolver(), signal: new AbortController().signal })
  return connections
}

test('a server sees as many connections as the report tells of, and no more than were told of before', async () => {
  const server = await startTestServer()
  try {
    const port = server.port('mx')
    const told = await toldOf(port, 3)
    const tools = { mxPort: port, idleSeconds: 0.3, replyTimeout: 0.3 }
    const { connections } = await diagnosed(port, { tools })
    expect([server.sessions.length, connections <= told]).toEqual([connections, true])
  } finally {
    await server.stop()
  }
})

test('a server that has had enough of us is not asked more often than was told', async () => {
  let connections = 0
  await using peer = await rawPeer((socket) => {
    connections += 1
    if (connections > 4) return void socket.end('421 4.7.0 Too many connections\r\n')
    socket.write('220 mx.example ESMTP\r\n')
    socket.on('data', (octets) => void socket.write(/^EHLO/.test(String(octets)) ? '250 mx.example\r\n' : '500 No\r\n'))
  })
  const told = await toldOf(peer.port, 2)
  const report = await diagnosed(peer.port, {
    level: 2,
    tools: { pauses: [0, 0, 0], idleSeconds: 0.3, replyTimeout: 0.3 },
  })
  expect([report.connections, connections <= told]).toEqual([connections, true])
})
