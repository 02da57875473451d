// The EHLO answers of one server side by side, keyword by keyword: before TLS, after TLS, after login.
import type { Capability } from '../values/capability.ts'

export type ComparedOffer = {
  readonly keyword: string
  /** For each answer: what it says of the keyword; null where it does not name it. */
  readonly offered: readonly (Capability | null)[]
  /** Set when the answers that were had are not the same. */
  readonly differs: boolean
}

export type Answer = readonly Capability[] | null

export function compareOffers(answers: readonly Answer[]): readonly ComparedOffer[] {
  const had = answers.filter((answer) => answer !== null)
  const keywords = new Set(had.flat().map(({ keyword }) => keyword.toUpperCase()))
  return [...keywords].map((keyword) => ({
    keyword,
    offered: answers.map((answer) => find(answer, keyword)),
    differs: new Set(had.map((answer) => shown(find(answer, keyword)))).size > 1,
  }))
}

const find = (answer: Answer, keyword: string): Capability | null =>
  answer?.find((capability) => capability.keyword.toUpperCase() === keyword) ?? null

const shown = (capability: Capability | null): string | undefined => capability?.parameters.join(' ')
