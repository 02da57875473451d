// Where the keyboard goes from a row. Pure.

type Place = { readonly row: number | null; readonly count: number; readonly page: number }

/** The row that a key leads to, null when it is no key of movement. Without a row the first key begins at an end. */
export function rowAfter(key: string, { row, count, page }: Place): number | null {
  if (count === 0) return null
  const move = moves[key]
  if (!move) return null
  const next = move({ row, count, page })
  return Math.min(count - 1, Math.max(0, next))
}

const moves: Record<string, (place: Place) => number> = {
  ArrowDown: ({ row }) => (row === null ? 0 : row + 1),
  ArrowUp: ({ row, count }) => (row === null ? count - 1 : row - 1),
  PageDown: ({ row, page }) => (row ?? 0) + page,
  PageUp: ({ row, count, page }) => (row ?? count) - page,
  Home: () => 0,
  End: ({ count }) => count - 1,
}
