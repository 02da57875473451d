// How a time is judged and told: what the way there takes is taken off, so that the rest is what the server thinks about.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { type Evidence, info, pass, type Verdict, warn } from '../check.ts'
import type { Observed } from '../observed.ts'

/** Milliseconds: up to `good` nobody notices, beyond `slow` something is wrong. */
export type Pace = { readonly good: number; readonly slow: number }

/** The time of a connection is that of one way there and back; 0 where it is not known. */
export const roundTrip = ({ phases }: Pick<Observed, 'phases'>): number =>
  phases.find(({ stage }) => stage === 'connect')?.ms ?? 0

type Timed = {
  readonly ms: number
  readonly pace: Pace
  /** Milliseconds on the way, if the server is what is waited for. */
  readonly way: number | null
  readonly evidence: readonly Evidence[]
  /** Sentences that are said behind the time. */
  readonly remarks?: readonly Words[]
}

export function paced({ ms, pace, way, evidence, remarks = [] }: Timed): Verdict {
  const whole = Math.round(ms)
  const thought = way === null ? null : Math.max(Math.round(ms - way), 0)
  const time =
    thought === null
      ? say(`It took ${whole} ms.`, `Tardó ${whole} ms.`)
      : say(
          `It took ${whole} ms, of which the server thought ${thought} ms.`,
          `Tardó ${whole} ms; de ellos, el servidor pensó ${thought} ms.`,
        )
  const all = [time, ...remarks]
  const summary = say(all.map(({ en }) => en).join(' '), all.map(({ es }) => es).join(' '))
  if (ms <= pace.good) return pass(summary, evidence)
  return ms > pace.slow ? warn(summary, advice, evidence) : info(summary, null, evidence)
}

const advice = say(
  'Look at the load of the server, at the DNS servers it asks, and at what it checks at this step.',
  'Revisar la carga del servidor, los servidores DNS que consulta y lo que comprueba en este paso.',
)
