// The fuzzer itself: what is wrong is found, made small, told once, and can be made again from its seed.
import { expect, it, test } from 'vitest'
import { inputFor } from '../../fuzz/input.ts'
import { progressIn, progressMemory } from '../../fuzz/progress.ts'
import { type Plan, run } from '../../fuzz/run.ts'
import { shrink } from '../../fuzz/shrink.ts'
import { Broken, piecesOf, type Target } from '../../fuzz/target.ts'

const plan: Plan = { seed: 1, from: 0, inputs: 400, sessions: 0, seconds: 2 }

const target = (check: Target['check']): Target => ({
  name: 'a parser',
  share: 1,
  samples: [Buffer.from('250 OK\r\n')],
  check,
})

async function findingsOf(check: Target['check'], wish: Partial<Plan> = {}) {
  const progress = progressIn(progressMemory())
  const { findings } = await run({ ...plan, ...wish }, [target(check)], progress)
  return {
    findings: findings.map(({ kind, where, what, reproduction }) => ({ kind, where, what, reproduction })),
    done: progress.done(),
  }
}

it('finds nothing where nothing is wrong', async () => {
  expect(await findingsOf(() => {})).toEqual({ findings: [], done: 400 })
})

it.each([
  ['at once', (input: Buffer) => refuse(input)],
  ['later', async (input: Buffer) => refuse(input)],
])('tells once what goes wrong %s, by the smallest input that shows it', async (_, check) => {
  expect(await findingsOf(check)).toEqual({
    findings: [{ kind: 'crash', where: 'a parser', what: 'a colon is too much', reproduction: ['":"'] }],
    done: 400,
  })
})

function refuse(input: Buffer): void {
  if (input.includes(':')) throw new Broken('a colon is too much')
}

const isSlow = (input: Buffer) => input.equals(Buffer.from('250 OK\r\n'))

it('tells of an input that takes too long', async () => {
  const slow = (input: Buffer) => {
    // Of computing, which a busy machine takes from nobody.
    for (const began = process.threadCpuUsage(); isSlow(input) && process.threadCpuUsage(began).user < 30_000; );
  }
  const { findings } = await findingsOf(slow, { inputs: 20, seconds: 0.005 })
  expect(findings.map(({ kind, reproduction }) => [kind, reproduction])).toContainEqual(['hang', ['"250 OK\\r\\n"']])
})

it('makes the same inputs from the same seed, and others from another', () => {
  const from = (seed: number) =>
    Array.from({ length: 50 }, (_, index) => inputFor([target(() => {})], seed, index).octets.toString('hex'))
  expect(from(3)).toEqual(from(3))
  expect(from(4)).not.toEqual(from(3))
})

it('shares its inputs as it is told', () => {
  const shared = (share: number): Target => ({ ...target(() => {}), name: String(share), share })
  const names = Array.from({ length: 1000 }, (_, index) => inputFor([shared(1), shared(9)], 1, index).target.name)
  const few = names.filter((name) => name === '1').length
  expect(few > 50 && few < 150).toBe(true)
})

it('shrinks to the parts that matter', async () => {
  const all = Array.from({ length: 1000 }, (_, index) => index)
  expect(await shrink(all, async (parts) => parts.includes(17) && parts.includes(800))).toEqual([17, 800])
})

test('pieces are the whole, and the same for the same input', () => {
  const input = Buffer.from('S: 250 OK\r\n'.repeat(20))
  expect(Buffer.concat(piecesOf(input))).toEqual(input)
  expect(piecesOf(input)).toEqual(piecesOf(input))
  expect(piecesOf(input).length).toBeGreaterThan(3)
})
