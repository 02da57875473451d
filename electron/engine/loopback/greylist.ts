// Who tried before: the first try of a sender, a recipient and a client is put off, the next one is taken.

export type Greylist = {
  /** True the first time these three are seen together. */
  isNew(client: string, sender: string, recipient: string): boolean
}

/** Enough for any test; the oldest is forgotten first. */
const capacity = 10_000

export function createGreylist(): Greylist {
  const seen = new Set<string>()
  return {
    isNew(client, sender, recipient) {
      const triplet = JSON.stringify([client, sender, recipient])
      if (seen.has(triplet)) return false
      const [oldest] = seen
      if (seen.size >= capacity && oldest !== undefined) seen.delete(oldest)
      seen.add(triplet)
      return true
    },
  }
}
