// What a server shows to anyone: its greeting, what it offers before and after TLS, its certificates. No login, no mail,
// and no certificate ends it: the inspection is there to tell what is wrong.
import type { Failure } from '#shared/values/failure.ts'
import type { Security } from '#shared/values/profile.ts'
import { type ConnectionTools, connect, type DialAddress, type Lookup, type Way } from '../net/index.ts'
import { failureOf } from '../smtp-error.ts'
import { leave } from './leave.ts'
import { nothingKnown, openSession, type ServerFacts } from './session.ts'
import { timeLimits } from './time-limits.ts'

export type InspectionTarget = {
  readonly host: string
  readonly port: number
  readonly security: Security
  readonly ehloName: string | null
  /** Name to ask for and to check, where it is not the host. */
  readonly certificateName: string | null
  readonly pin: string | null
  readonly authorities: string | null
  readonly way: Way
  /** Seconds for each reply. */
  readonly replyTimeout: number
}

export type Inspection = {
  readonly facts: ServerFacts
  /** All addresses of the host; the one that was used is `facts.peer.address`. */
  readonly addresses: readonly DialAddress[]
  /** Milliseconds at which each stage began, counted from the start; the last entry is the end. */
  readonly stages: readonly { readonly stage: string; readonly at: number }[]
  readonly durationMs: number
  /** Why it could not go to its end; what was learnt before stays in `facts`. */
  readonly failure: Failure | null
}

/** connect → greeting → EHLO → STARTTLS → EHLO → QUIT. Never throws. */
export async function inspect(target: InspectionTarget, lookup: Lookup, tools: ConnectionTools): Promise<Inspection> {
  const { host, port } = target
  const limits = timeLimits(target.replyTimeout)
  const facts = nothingKnown()
  const began = performance.now()
  const stages: { stage: string; at: number }[] = []
  let addresses: readonly DialAddress[] = []
  const watched: ConnectionTools = {
    ...tools,
    onStage: (stage) => {
      stages.push({ stage, at: performance.now() - began })
      tools.onStage(stage)
    },
  }
  const remember: Lookup = async (name, signal) => {
    addresses = await lookup(name, signal)
    return addresses
  }
  const end = (failure: Failure | null): Inspection => ({
    facts,
    addresses,
    stages,
    durationMs: performance.now() - began,
    failure,
  })
  try {
    const { way } = target
    const plan = {
      way,
      security: target.security,
      certificate: { name: target.certificateName ?? host, pin: target.pin, authorities: target.authorities },
      trust: 'reported' as const,
      login: null,
      ehloName: target.ehloName,
      stopAfter: null,
      limits,
    }
    const session = await openSession(
      plan,
      () => connect({ host, port, seconds: limits.connect, way }, remember, watched),
      facts,
    )
    if (session !== null) await leave(session.connection, limits, null)
    return end(null)
  } catch (error) {
    return end(failureOf(error, tools.tap.stage))
  }
}
