import { expect, it } from 'vitest'
import { diagnosed } from '../../fakes/diagnosed.ts'
import { faultyServer } from '../../fakes/faulty-server.ts'
import { eachCase } from './cases/fault-case.ts'
import { malformedCases } from './cases/malformed.ts'

eachCase(malformedCases, (port) => ({ tools: { replyTimeout: 0.3, mxPort: port } }))

it('below level 3 no more is said than DATA for nobody', async () => {
  await using server = await faultyServer()
  await diagnosed(server.port, { level: 2, tools: { replyTimeout: 0.3, idleSeconds: 0.1, mxPort: server.port } })
  expect(server.received.filter((line) => /^(DATA|BDAT)/.test(line))).toEqual(['DATA'])
})
