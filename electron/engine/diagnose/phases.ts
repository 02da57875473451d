// How long each phase of the polite session took: measured beside it, without any traffic of its own.
import { verbOf } from '#shared/explain/conversation.ts'
import type { EndpointState } from '#shared/values/report.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { Inspection } from '../smtp/index.ts'

export type Phase = EndpointState['phases'][number]

type Timed = Pick<Inspection, 'stages' | 'durationMs'>

/** In the order in which they came; a session that failed has those it came to. */
export function phasesOf({ stages, durationMs }: Timed, entries: readonly Entry[]): Phase[] {
  const starttls = starttlsMs(entries)
  return stages.flatMap(({ stage, at }, index) => {
    const ms = (stages[index + 1]?.at ?? durationMs) - at
    switch (stage) {
      case 'dns':
      case 'connect':
      case 'greeting':
      case 'quit':
        return [phase(stage, ms)]
      case 'ehlo':
        return [phase(isAfterStarttls(stages, index) ? 'ehlo-after-tls' : 'ehlo', ms)]
      case 'tls':
        return starttls === null
          ? [phase('handshake', ms)]
          : [phase('starttls', Math.min(starttls, ms)), ...handshakeAfter(starttls, ms, entries)]
      default:
        return []
    }
  })
}

/** A refused STARTTLS has no handshake behind it. */
function handshakeAfter(starttls: number, ms: number, entries: readonly Entry[]): Phase[] {
  const { place, reply } = starttlsPlaces(entries)
  if (place === -1 || reply === -1 || !entries[reply]?.text.startsWith('220')) return []
  return [phase('handshake', Math.max(ms - starttls, 0))]
}

/** Milliseconds from the command to its reply, or to whatever came instead; null where it was not said. */
function starttlsMs(entries: readonly Entry[]): number | null {
  const { place, reply } = starttlsPlaces(entries)
  const said = entries[place]
  if (said === undefined) return null
  const answered = entries[reply] ?? entries.at(-1) ?? said
  return (answered.time - said.time) / 1e6
}

function starttlsPlaces(entries: readonly Entry[]): { readonly place: number; readonly reply: number } {
  const place = entries.findIndex(
    ({ direction, kind, text }) => direction === 'client' && kind === 'line' && verbOf(text) === 'STARTTLS',
  )
  const reply = place === -1 ? -1 : entries.findIndex(({ direction }, index) => index > place && direction === 'server')
  return { place, reply }
}

const isAfterStarttls = (stages: Timed['stages'], index: number): boolean => {
  const earlier = stages.slice(0, index).map(({ stage }) => stage)
  return earlier.includes('ehlo') && earlier.includes('tls')
}

const phase = (stage: Phase['stage'], ms: number): Phase => ({ stage, ms: Math.round(ms * 1000) / 1000 })
