// Input number so-and-so of a run: made from the seed alone, so that anybody can make it again.
import { mutate } from './mutate.ts'
import { randomFor } from './random.ts'
import type { Target } from './target.ts'

export type Input = { readonly target: Target; readonly octets: Buffer }

export function inputFor(targets: readonly Target[], seed: number, index: number): Input {
  const random = randomFor(seed, index)
  const target = chosen(targets, random())
  return { target, octets: mutate(random, target.samples) }
}

/** `place`: from 0 to 1, over the shares of all. */
function chosen(targets: readonly Target[], place: number): Target {
  let left = place * targets.reduce((sum, { share }) => sum + share, 0)
  const found = targets.find(({ share }) => {
    left -= share
    return left < 0
  })
  const [first] = targets
  if (first === undefined) throw new Error('There is nothing to run.')
  return found ?? first
}
