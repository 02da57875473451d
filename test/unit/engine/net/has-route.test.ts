import { expect, test } from 'vitest'
import { hasRoute } from '../../../../electron/engine/net/has-route.ts'

test('this computer knows a way to itself, and none to the address that means everybody', async () => {
  expect([await hasRoute('127.0.0.1'), await hasRoute('255.255.255.255')]).toEqual([true, false])
})
