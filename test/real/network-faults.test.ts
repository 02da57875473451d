// The diagnosis in a network of its own that fails in every way (`unshare --net`): it tells who stopped the connection.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runProgram } from './mail-server/run-program.ts'
import { networkFaults } from './network-faults/faults.ts'

const inside = join(import.meta.dirname, 'network-faults')
const network = ['--net', join(inside, 'faulty-network.sh')]

const missing = spawnSync('unshare', [...network, 'true']).status === 0 ? null : 'needs root, unshare and iproute2'
const name = 'in a network that fails in every way, each failure is told apart'

test.skipIf(missing !== null)(missing === null ? name : `${name} (skipped: ${missing})`, async () => {
  const program = [process.execPath, join(inside, 'diagnose-inside.ts'), JSON.stringify(networkFaults)]
  const found: Readonly<Record<string, string>>[] = JSON.parse(await runProgram('unshare', [...network, ...program]))
  const told = networkFaults.map(({ name, results }, index) => [
    name,
    Object.fromEntries(
      Object.entries(results).map(([id, wanted]) => [id, found[index]?.[id]?.slice(0, wanted.length) ?? null]),
    ),
  ])
  expect(told).toEqual(networkFaults.map(({ name, results }) => [name, results]))
})
