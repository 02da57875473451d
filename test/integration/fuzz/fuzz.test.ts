// `npm run fuzz` as a program: a short run, and what it writes.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const main = fileURLToPath(new URL('../../fuzz/main.ts', import.meta.url))

async function fuzz(...parameters: readonly string[]) {
  const child = spawn(process.execPath, [main, ...parameters], { stdio: ['ignore', 'pipe', 'pipe'] })
  const out: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (octets: Buffer) => out.push(octets.toString()))
  const status = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { status, lines: out.join('').trim().split('\n') }
}

test('a short run finds nothing, and ends with its figures', async () => {
  const { status, lines } = await fuzz('--runs', '3000', '--sessions', '40', '--seed', '7')
  expect(lines).toEqual([
    'seed 7: 3,000 inputs from 0, 40 sessions',
    expect.stringMatching(/^40 sessions: (\d+ \w+, )*\d+ \w+$/),
    expect.stringMatching(/^3,000 inputs, 0 crashes, 0 hangs, heap \d+ → \d+ MiB$/),
  ])
  expect(status).toBe(0)
})

test('a number that is none is refused', async () => {
  expect(await fuzz('--runs', 'many')).toEqual({ status: 2, lines: ['--runs many: a whole number is wanted.'] })
})
