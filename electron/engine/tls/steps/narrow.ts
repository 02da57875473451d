// Narrowing: everything is offered at once, what the server chooses is taken out, and the rest is offered again until nothing is
// left that it would take. One connection for each find, one for the end (RFC 8446 §4.1.1: the choice is the server's).

export type Choice =
  | { readonly kind: 'chosen'; readonly id: number }
  /** Nothing of it is taken. */
  | { readonly kind: 'none' }
  /** No answer that tells, or one that was not offered. */
  | { readonly kind: 'unclear' }

export type Narrowed = { readonly found: number[]; readonly isComplete: boolean }

/** `found` is told of each find at once; `ask` offers what is left. */
export async function narrow(
  offered: readonly number[],
  ask: (left: readonly number[]) => Promise<Choice>,
  onFound: (id: number) => void = () => {},
): Promise<Narrowed> {
  const left = [...offered]
  const found: number[] = []
  while (left.length > 0) {
    const choice = await ask(left)
    if (choice.kind === 'none') return { found, isComplete: true }
    const index = choice.kind === 'chosen' ? left.indexOf(choice.id) : -1
    if (index === -1) return { found, isComplete: false }
    found.push(...left.splice(index, 1))
    onFound(found.at(-1) ?? 0)
  }
  return { found, isComplete: true }
}
