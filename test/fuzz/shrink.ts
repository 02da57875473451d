// The smallest part of an input that still goes wrong: pieces are left out, larger ones first, for as long as it does.

/** `fails` is asked of parts in their order; it must be true of the whole. */
export async function shrink<T>(
  parts: readonly T[],
  fails: (parts: readonly T[]) => Promise<boolean>,
): Promise<readonly T[]> {
  let whole = parts
  let tries = 0
  for (let size = Math.ceil(whole.length / 2); size >= 1 && tries < mostTries; ) {
    let isSmaller = false
    for (let at = 0; at < whole.length && tries < mostTries; ) {
      const rest = whole.toSpliced(at, size)
      tries += 1
      if (rest.length < whole.length && (await fails(rest))) {
        whole = rest
        isSmaller = true
      } else at += size
    }
    if (size === 1 && !isSmaller) break
    size = Math.max(1, Math.floor(size / 2))
  }
  return whole
}

/** Enough for what a person has to read; a stubborn input must not keep the run. */
const mostTries = 2_000
