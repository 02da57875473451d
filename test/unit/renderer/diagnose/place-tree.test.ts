import { expect, test } from 'vitest'
import type { EndpointState } from '#shared/values/report.ts'
import { placeTree } from '../../../../renderer/diagnose/places/place-tree.ts'

const place = (host: string, address: string, port: number): EndpointState => ({
  endpoint: `${host}:${port}`,
  host,
  port,
  address,
  role: 'submission',
  state: 'open',
  durationMs: 1,
  phases: [],
  session: `${address} ${port}`,
})

test('places are a tree of hosts, their addresses and their ports, hosts as they were looked at', () => {
  const places = [
    place('b.example', '192.0.2.1', 587),
    place('b.example', '2001:db8::1', 25),
    place('a.example', '192.0.2.1', 25),
    place('b.example', '192.0.2.1', 25),
  ]
  const shown = placeTree(places).map(({ host, addresses }) => [
    host,
    addresses.map(({ address, ports }) => [address, ports.map(({ port }) => port)]),
  ])
  expect(shown).toEqual([
    [
      'b.example',
      [
        ['192.0.2.1', [25, 587]],
        ['2001:db8::1', [25]],
      ],
    ],
    ['a.example', [['192.0.2.1', [25]]]],
  ])
})
