// The arithmetic of the benchmark: medians of rounds, and ratios within a round. Pure.
import type { Absent, Contender, Figures, Row, Target } from './row.ts'

/** What each contender was measured at, a round after the other; null for one that is not here. */
export type Measured = { readonly name: string; readonly rounds: readonly Figures[]; readonly missing: string | null }

export type Verdict = Target & {
  /** Null where the peer is missing. */
  readonly measured: number | null
  readonly isMet: boolean | null
}

export type RowResult = Pick<Row, 'name' | 'title'> & {
  readonly contenders: readonly { readonly name: string; readonly missing: string | null; readonly figures: Figures }[]
  readonly verdicts: readonly Verdict[]
}

export const isAbsent = (one: Contender | Absent): one is Absent => 'missing' in one

export function resultOf({ name, title, targets }: Row, measured: readonly Measured[]): RowResult {
  return {
    name,
    title,
    contenders: measured.map((one) => ({ name: one.name, missing: one.missing, figures: medians(one.rounds) })),
    verdicts: targets.map((target) => judge(target, measured)),
  }
}

/** The middle one; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
  return (lower + upper) / 2
}

export function medians(rounds: readonly Figures[]): Figures {
  const names = new Set(rounds.flatMap((figures) => Object.keys(figures)))
  return Object.fromEntries([...names].map((name) => [name, median(valuesOf(rounds, name))]))
}

/** Contenders of one round share what the machine was doing just then, so that ratios are taken there and not of medians. */
export function ratio(figure: string, ours: readonly Figures[], theirs: readonly Figures[]): number {
  const peers = valuesOf(theirs, figure)
  return median(valuesOf(ours, figure).map((value, round) => value / (peers[round] ?? Number.NaN)))
}

function judge(target: Target, measured: readonly Measured[]): Verdict {
  const { figure, of, against, bound, value } = target
  const roundsOf = (name: string) => measured.find((one) => one.name === name)?.rounds ?? []
  const found =
    against === null ? median(valuesOf(roundsOf(of), figure)) : ratio(figure, roundsOf(of), roundsOf(against))
  if (Number.isNaN(found)) return { ...target, measured: null, isMet: null }
  return { ...target, measured: found, isMet: bound === 'at least' ? found >= value : found <= value }
}

const valuesOf = (rounds: readonly Figures[], figure: string): number[] =>
  rounds.flatMap((figures) => figures[figure] ?? [])
