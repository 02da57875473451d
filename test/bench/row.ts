// A row of the benchmark: contenders that do the same work, what is measured of them, and what is wanted.

/** By what each is called in the table, for example `mails/s`. */
export type Figures = Readonly<Record<string, number>>

export type Contender = {
  readonly name: string
  /** Once, from start to end. */
  readonly run: () => Promise<Figures>
}

/** One that cannot be measured here, and why. */
export type Absent = { readonly name: string; readonly missing: string }

/** What a figure of ours is to be: so many times that of a peer, or that much. */
export type Target = {
  readonly figure: string
  readonly of: string
  /** Null for a bound that stands by itself. */
  readonly against: string | null
  readonly bound: 'at least' | 'at most'
  readonly value: number
}

export type Row = {
  /** For `--only`. */
  readonly name: string
  readonly title: string
  readonly rounds: number
  readonly targets: readonly Target[]
  /** Starts what the contenders talk to; `servers` ends it again. */
  open(servers: AsyncDisposableStack, size: Size): Promise<readonly (Contender | Absent)[]>
}

/** `quick`: a fifth of the work, to see that all of it runs. */
export type Size = { readonly isQuick: boolean; mails(count: number): number }

export const sizeOf = (isQuick: boolean): Size => ({
  isQuick,
  mails: (count) => (isQuick ? Math.max(1, Math.round(count / 5)) : count),
})
