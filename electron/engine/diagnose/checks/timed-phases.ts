// PERF-01 to PERF-07 and PERF-13: how long each phase of the polite session takes. It costs no traffic of its own.
import { say } from '#shared/explain/words.ts'
import type { CheckHead, SessionCheck } from '../check.ts'
import { commandEvidence, connectEvidence, greetingEvidence } from '../evidence.ts'
import type { Observed } from '../observed.ts'
import type { Phase } from '../phases.ts'
import { notReached } from '../preconditions.ts'
import { handshakeTime } from './handshake-time.ts'
import { type Pace, paced, roundTrip } from './pace.ts'

type TimedPhase = Pick<CheckHead, 'id' | 'name' | 'reference'> & {
  readonly stage: Phase['stage']
  readonly pace: Pace
  /** Ways there and back that it takes by its nature; 0 where no server is waited for. */
  readonly trips: number
  readonly evidence: (observed: Observed) => readonly number[]
}

const timedPhase = ({ stage, pace, trips, evidence, ...head }: TimedPhase): SessionCheck => ({
  ...head,
  severity: 'low',
  judge(observed) {
    const { phases, failure } = observed
    const phase = phases.find((one) => one.stage === stage)
    if (phase === undefined) return null
    // What broke off in it has no time of its own.
    if (failure !== null && phase === phases.at(-1)) return notReached(observed)
    const way = trips === 0 ? null : roundTrip(observed) * trips
    return paced({ ms: phase.ms, pace, way, evidence: evidence(observed) })
  },
})

export const timedPhases: readonly SessionCheck[] = [
  timedPhase({
    id: 'PERF-01',
    name: say('Its name is found quickly', 'Su nombre se encuentra rápido'),
    reference: 'RFC 5321 §5.1',
    stage: 'dns',
    pace: { good: 100, slow: 1000 },
    trips: 0,
    evidence: () => [],
  }),
  timedPhase({
    id: 'PERF-02',
    name: say('It connects quickly', 'Conecta rápido'),
    reference: 'RFC 5321 §3.1',
    stage: 'connect',
    pace: { good: 150, slow: 1000 },
    trips: 0,
    evidence: connectEvidence,
  }),
  timedPhase({
    id: 'PERF-03',
    name: say('It greets quickly', 'Saluda rápido'),
    reference: 'RFC 5321 §4.5.3.2.1',
    stage: 'greeting',
    pace: { good: 1000, slow: 5000 },
    trips: 1,
    evidence: greetingEvidence,
  }),
  timedPhase({
    id: 'PERF-04',
    name: say('EHLO is answered quickly', 'EHLO se responde rápido'),
    reference: 'RFC 5321 §4.1.1.1',
    stage: 'ehlo',
    pace: { good: 300, slow: 2000 },
    trips: 1,
    evidence: (observed) => commandEvidence(observed, 'EHLO'),
  }),
  timedPhase({
    id: 'PERF-05',
    name: say('STARTTLS is answered quickly', 'STARTTLS se responde rápido'),
    reference: 'RFC 3207 §4',
    stage: 'starttls',
    pace: { good: 300, slow: 2000 },
    trips: 1,
    evidence: (observed) => commandEvidence(observed, 'STARTTLS'),
  }),
  handshakeTime,
  timedPhase({
    id: 'PERF-07',
    name: say('EHLO is answered quickly inside TLS', 'EHLO se responde rápido dentro de TLS'),
    reference: 'RFC 3207 §4.2',
    stage: 'ehlo-after-tls',
    pace: { good: 300, slow: 2000 },
    trips: 1,
    evidence: (observed) => commandEvidence(observed, 'EHLO', 'last'),
  }),
  timedPhase({
    id: 'PERF-13',
    name: say('QUIT is answered quickly', 'QUIT se responde rápido'),
    reference: 'RFC 5321 §4.1.1.10',
    stage: 'quit',
    pace: { good: 300, slow: 2000 },
    trips: 1,
    evidence: (observed) => commandEvidence(observed, 'QUIT'),
  }),
]
