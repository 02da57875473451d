// PERF-08 to PERF-12: how long the answers take that only a probe gets. They cost nothing beside it.
import { say } from '#shared/explain/words.ts'
import type { CheckHead, Evidence } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { OwnLoginSeen } from '../probes/own-login.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import type { RoundTripSeen } from '../probes/round-trip.ts'
import type { Said } from '../talk.ts'
import { type Pace, paced, roundTrip } from './pace.ts'

type TimedAnswer<Seen> = Pick<CheckHead, 'id' | 'name' | 'reference'> & {
  readonly pace: Pace
  /** Null where there was no answer to time. */
  readonly timed: (seen: Seen) => { readonly ms: number; readonly evidence: readonly Evidence[] } | null
}

const timedAnswer = <Seen>({ pace, timed, ...head }: TimedAnswer<Seen>): ProbeCheck<Seen> => ({
  ...head,
  severity: 'low',
  judge({ observed, seen }) {
    const found = timed(seen)
    return found === null ? null : paced({ ...found, pace, way: roundTrip(observed) })
  },
})

/** Of several the one in the middle: a single one may be chance. */
function middleOf(answers: readonly (Said | null)[]) {
  const heard = answers.flatMap((said) => (said === null || said.reply === null ? [] : [said]))
  return heard.toSorted((one, other) => one.ms - other.ms)[Math.floor(heard.length / 2)] ?? null
}

export const loginTime = timedAnswer<OwnLoginSeen>({
  id: 'PERF-08',
  name: say('A login is quick', 'El inicio de sesión es rápido'),
  reference: 'RFC 4954 §4',
  pace: { good: 1000, slow: 5000 },
  timed: ({ login }) => (login.mechanism === null ? null : login),
})

export const senderTime = timedAnswer<RecipientsSeen>({
  id: 'PERF-09',
  name: say('MAIL is answered quickly', 'MAIL se responde rápido'),
  reference: 'RFC 5321 §4.5.3.2.2',
  pace: { good: 500, slow: 10_000 },
  timed: ({ parameter, nowhere }) => middleOf([parameter, nowhere.mail]),
})

export const recipientTime = timedAnswer<RecipientsSeen>({
  id: 'PERF-10',
  name: say('RCPT is answered quickly', 'RCPT se responde rápido'),
  reference: 'RFC 5321 §4.5.3.2.3',
  pace: { good: 500, slow: 10_000 },
  timed: ({ unknown, postmaster, abuse, bounce }) => middleOf([unknown, ...postmaster, abuse, bounce]),
})

export const dataTime = timedAnswer<RoundTripSeen>({
  id: 'PERF-11',
  name: say('DATA is answered quickly', 'DATA se responde rápido'),
  reference: 'RFC 5321 §4.5.3.2.4',
  pace: { good: 300, slow: 2000 },
  timed: ({ dots, eightBit }) => middleOf([dots.data, ...eightBit.map(({ data }) => data)]),
})

export const endTime = timedAnswer<RoundTripSeen>({
  id: 'PERF-12',
  name: say('The end of a mail is answered quickly', 'El final de un correo se responde rápido'),
  reference: 'RFC 5321 §4.5.3.2.6',
  pace: { good: 1000, slow: 30_000 },
  timed: ({ dots, eightBit }) => middleOf([dots.end, ...eightBit.map(({ end }) => end)]),
})
