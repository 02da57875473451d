// Addresses to complete with: those used in the drafts that are kept, the latest first.
import type { StoredDraft } from '#shared/values/draft.ts'
import { readToken, recipientFields, sameAddress } from './recipients.ts'

const most = 8

/** Every good address of the drafts, as it was written, each once. */
export function usedAddresses(drafts: readonly StoredDraft[]): string[] {
  const all = drafts.flatMap(({ draft }) => recipientFields.flatMap((field) => draft[field]))
  const seen = new Map(
    all.filter((text) => !readToken(text).fault).map((text) => [readToken(text).address.toLowerCase(), text]),
  )
  return [...seen.values()]
}

/** Those that begin with what is typed, by address or any word of the name, then those that hold it. */
export function complete(known: readonly string[], typed: string, taken: readonly string[]): string[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return []
  const free = known.filter((text) => !taken.some((one) => sameAddress(one, text)))
  const begins = free.filter((text) =>
    text
      .toLowerCase()
      .split(/[\s<"]+/)
      .some((word) => word.startsWith(wanted)),
  )
  const holds = free.filter((text) => !begins.includes(text) && text.toLowerCase().includes(wanted))
  return [...begins, ...holds].slice(0, most)
}
