import { expect, it } from 'vitest'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { type Faults, faultyServer } from '../../fakes/faulty-server.ts'
import { identity } from '../loopback/test-server.ts'

it.each<[id: string, when: string, faults: Faults, result: string]>([
  ['STL-06', 'throws plain text away when TLS begins', { identity }, 'pass'],
  ['STL-06', 'answers it inside TLS', { identity, keepsPlaintext: true }, 'fail'],
])('%s of a server that %s', async (id, _, faults, result) => {
  await using server = await faultyServer(faults)
  expect(resultsFor(await diagnosed(server.port, { only: [id] }), id)).toEqual([result])
})
