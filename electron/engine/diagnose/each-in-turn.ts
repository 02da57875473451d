// Many small questions, a few at a time; none is begun after Stop.

/** Of questions that are asked at once. */
const width = 8

/** The answers in the order of the items; those that were not asked any more are missing. */
export async function eachInTurn<Item, Result>(
  items: readonly Item[],
  signal: AbortSignal,
  run: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let first = 0; first < items.length && !signal.aborted; first += width)
    results.push(...(await Promise.all(items.slice(first, first + width).map(run))))
  return results
}
