import { expect, it } from 'vitest'
import { createGreylist } from '../../../../electron/engine/loopback/greylist.ts'

it('puts off the first try of each sender, recipient and client, and takes the next', () => {
  const greylist = createGreylist()
  const tries = [
    ['127.0.0.1', 'a', 'b'],
    ['127.0.0.1', 'a', 'b'],
    ['127.0.0.1', 'a', 'c'],
    ['127.0.0.1', 'x', 'b'],
    ['::1', 'a', 'b'],
    ['::1', 'a', 'b'],
  ] as const
  expect(tries.map(([client, sender, recipient]) => greylist.isNew(client, sender, recipient))).toEqual([
    true,
    false,
    true,
    true,
    true,
    false,
  ])
})

it('forgets the oldest and never grows without bound', () => {
  const greylist = createGreylist()
  for (let count = 0; count <= 10_000; count += 1) greylist.isNew('::1', 'a', String(count))
  expect([greylist.isNew('::1', 'a', '10000'), greylist.isNew('::1', 'a', '0')]).toEqual([false, true])
})
