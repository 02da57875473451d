// Puts finds of a later portion at their places in the server's order: of two that are offered it takes the one it prefers.
import type { Choice } from './narrow.ts'

/** Comparisons for one list; beyond them the rest stays behind, where rare suites belong anyway. */
const maxComparisons = 40

/** `ranked` is changed; `found` comes in the server's order too. */
export async function insertByRank(
  ranked: number[],
  found: readonly number[],
  ask: (suites: readonly number[]) => Promise<Choice>,
): Promise<void> {
  let from = 0
  let asked = 0
  for (const id of found) {
    let [low, high] = [from, ranked.length]
    while (low < high && asked < maxComparisons) {
      const middle = (low + high) >> 1
      const other = ranked[middle] ?? id
      asked += 1
      const choice = await ask([other, id])
      if (choice.kind === 'chosen' && choice.id === id) high = middle
      else low = middle + 1
    }
    const place = low < high ? ranked.length : low
    ranked.splice(place, 0, id)
    from = place + 1
  }
}
