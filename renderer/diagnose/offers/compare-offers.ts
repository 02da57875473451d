// Two EHLO answers of one server side by side, keyword by keyword.
import type { Capability } from '#shared/values/capability.ts'

export type ComparedOffer = {
  readonly keyword: string
  readonly before: Capability | null
  readonly after: Capability | null
  /** Set when both were asked and their answers are not the same. */
  readonly differs: boolean
}

type Answer = readonly Capability[] | null

export function compareOffers(before: Answer, after: Answer): readonly ComparedOffer[] {
  const keywords = new Set([...(before ?? []), ...(after ?? [])].map(({ keyword }) => keyword.toUpperCase()))
  return [...keywords].map((keyword) => {
    const pair = { before: find(before, keyword), after: find(after, keyword) }
    const differs = before !== null && after !== null && shown(pair.before) !== shown(pair.after)
    return { keyword, ...pair, differs }
  })
}

const find = (answer: Answer, keyword: string): Capability | null =>
  answer?.find((capability) => capability.keyword.toUpperCase() === keyword) ?? null

const shown = (capability: Capability | null): string | undefined => capability?.parameters.join(' ')
