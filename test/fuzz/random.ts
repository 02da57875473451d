// Random numbers that a seed repeats: the same seed and number give the same input on every machine.

/** From 0 to below 1. */
export type Random = () => number

/** For input number `index` of a run. */
export function randomFor(seed: number, index: number): Random {
  let state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(index + 1, 0xc2b2ae35)
  // mulberry32
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** A whole number from 0 to below this. */
export const below = (random: Random, limit: number): number => Math.floor(random() * limit)

export const chance = (random: Random, probability: number): boolean => random() < probability

export function pick<T>(random: Random, list: readonly T[]): T {
  const found = list[below(random, list.length)]
  if (found === undefined) throw new Error('There is nothing to pick from.')
  return found
}
