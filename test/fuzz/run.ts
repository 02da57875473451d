// The run itself: so many inputs, each to the part of the code that it was made for, then so many sessions.
import type { Finding } from './findings.ts'
import { inputFinding, inputLines, sessionFinding, troubleWith } from './findings.ts'
import { collectGarbage } from './heap.ts'
import { inputFor } from './input.ts'
import type { Progress } from './progress.ts'
import { randomFor } from './random.ts'
import { checkSession, sessionInput } from './session.ts'
import type { Target } from './target.ts'

export type Plan = {
  readonly seed: number
  /** The first input, and how many. */
  readonly from: number
  readonly inputs: number
  readonly sessions: number
  /** Seconds of computing that one input may take; not of the clock, so that a busy machine is no finding. */
  readonly seconds: number
}

export type Outcome = {
  readonly findings: readonly Finding[]
  /** MiB of the heap after the first inputs, and after all. */
  readonly heap: readonly [before: number, after: number]
  /** How many sessions ended in which way. */
  readonly outcomes: Readonly<Record<string, number>>
}

export async function run(plan: Plan, targets: readonly Target[], progress: Progress): Promise<Outcome> {
  const findings = new Map<string, Finding>()
  const found = (finding: Finding) => void findings.set(`${finding.where} ${finding.what}`, finding)
  await runInputs({ ...plan, inputs: Math.min(plan.inputs, warmUp) }, { targets, progress, found })
  const before = collectGarbage()
  const rest = { ...plan, from: plan.from + warmUp, inputs: Math.max(0, plan.inputs - warmUp) }
  await runInputs(rest, { targets, progress, found })
  const outcomes = await runSessions(plan, { progress, found })
  return { findings: [...findings.values()], heap: [before, collectGarbage()], outcomes }
}

/** Inputs after which everything that is loaded once is loaded, and compiled. */
const warmUp = 10_000

type Tools = { readonly progress: Progress; readonly found: (finding: Finding) => void }

async function runInputs(
  { seed, from, inputs, seconds }: Plan,
  { targets, progress, found }: Tools & { targets: readonly Target[] },
) {
  for (let index = from; index < from + inputs; index += 1) {
    const { target, octets } = inputFor(targets, seed, index)
    const began = process.threadCpuUsage()
    const error = await troubleWith(() => target.check(octets))
    if (error !== null) found(await inputFinding(target, octets, { index, error }))
    const { user } = process.threadCpuUsage(began)
    if (error === null && user > seconds * 1e6)
      found({
        kind: 'hang',
        where: target.name,
        index,
        what: `it took ${user / 1e6} s`,
        reproduction: inputLines(octets),
      })
    progress.set(progress.done() + 1)
  }
}

/** Several at once, as most of their time is waiting. */
const sessionsAtOnce = 8
/** Seconds, of which every wait of a session is a small part. */
const longestSession = 60

async function runSessions({ seed, sessions }: Plan, { progress, found }: Tools): Promise<Record<string, number>> {
  const outcomes: Record<string, number> = {}
  let next = 0
  const work = async () => {
    for (let index = next++; index < sessions; index = next++) {
      const input = sessionInput(randomFor(seed, index))
      const error = await troubleWith(async () => {
        const outcome = await withinTime(checkSession(input))
        outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
      })
      if (error instanceof TooLong)
        found({
          kind: 'hang',
          where: `a session as ${input.file}`,
          index,
          what: error.message,
          reproduction: input.lines,
        })
      else if (error !== null)
        found(await sessionFinding(input, (one) => withinTime(checkSession(one)), { index, error }))
      progress.set(progress.done() + 1)
    }
  }
  await Promise.all(Array.from({ length: sessionsAtOnce }, work))
  return outcomes
}

class TooLong extends Error {}

async function withinTime<T>(work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(
    () => reject(new TooLong(`it did not end within ${longestSession} seconds`)),
    longestSession * 1000,
  )
  return Promise.race([work, promise]).finally(() => clearTimeout(timer))
}
