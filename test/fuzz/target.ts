// What a part of the code has to bear: samples to begin with, and what must hold of every input.

export type Target = {
  readonly name: string
  /** How many inputs it gets, compared with the others. */
  readonly share: number
  readonly samples: readonly Buffer[]
  /** Throws when something is wrong. Knows nothing but the input, so that the input repeats it. */
  readonly check: (input: Buffer) => unknown
}

export function assert(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Broken(what)
}

/** Something does not hold that should; any other error is a crash of the code itself. */
export class Broken extends Error {
  override readonly name = 'Broken'
}

/** Places to cut an input at, told from the input itself. */
export function piecesOf(input: Buffer): Buffer[] {
  const pieces: Buffer[] = []
  let state = input.length + 1
  for (let at = 0; at < input.length; ) {
    state = (Math.imul(state, 1_103_515_245) + 12_345 + (input[at] ?? 0)) >>> 0
    const length = 1 + ((state >>> 16) % (state & 64 ? 3 : 40))
    pieces.push(input.subarray(at, at + length))
    at += length
  }
  return pieces
}
