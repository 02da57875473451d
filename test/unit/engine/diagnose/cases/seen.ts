// What a probe saw, as plain values, where no server of a test can show it.
import type { Finding } from '#shared/values/report.ts'
import { boundLogin } from '../../../../../electron/engine/diagnose/checks/bound-login.ts'
import { closeNotify } from '../../../../../electron/engine/diagnose/checks/close-notify.ts'
import { greylisting } from '../../../../../electron/engine/diagnose/checks/greylisting.ts'
import { idlePatience } from '../../../../../electron/engine/diagnose/checks/idle-patience.ts'
import { throughput } from '../../../../../electron/engine/diagnose/checks/throughput.ts'
import {
  dataTime,
  endTime,
  loginTime,
  recipientTime,
  senderTime,
} from '../../../../../electron/engine/diagnose/checks/timed-answers.ts'
import { triedAttacks } from '../../../../../electron/engine/diagnose/checks/tried-attacks.ts'
import { findingOf } from '../../../../../electron/engine/diagnose/finding.ts'
import type { Observed } from '../../../../../electron/engine/diagnose/observed.ts'
import type { ProbeCheck } from '../../../../../electron/engine/diagnose/probe.ts'
import type { Sent } from '../../../../../electron/engine/diagnose/probes/deliver.ts'
import type { LoginEnd } from '../../../../../electron/engine/diagnose/probes/log-in.ts'
import type { OwnLoginSeen } from '../../../../../electron/engine/diagnose/probes/own-login.ts'
import type { RecipientsSeen } from '../../../../../electron/engine/diagnose/probes/recipients.ts'
import type { RobustnessSeen } from '../../../../../electron/engine/diagnose/probes/robustness.ts'
import type { RoundTripSeen } from '../../../../../electron/engine/diagnose/probes/round-trip.ts'
import type { AttacksSeen } from '../../../../../electron/engine/diagnose/probes/tls-attacks.ts'
import type { FarewellSeen } from '../../../../../electron/engine/diagnose/probes/tls-farewell.ts'
import type { Said } from '../../../../../electron/engine/diagnose/talk.ts'
import { failureOf, sound } from '../../../../fakes/observed.ts'

/** What is judged, and `result/severity`; null where the question does not arise. */
export type SeenCase = readonly [id: string, when: string, judge: () => Finding | null, outcome: string | null]

const judged =
  <Seen>(check: ProbeCheck<Seen>, seen: Seen, observed: Observed = sound) =>
  () =>
    findingOf(
      check,
      { observed, seen },
      { endpoint: 'smtp.example.com:587', session: 's1', role: observed.endpoint.role },
    )

const bound = (end: Partial<LoginEnd> | null): OwnLoginSeen => ({
  login: { mechanism: 'PLAIN', failure: null, ms: 1, evidence: [] },
  again: null,
  inMail: null,
  foreign: null,
  bound: end === null ? null : { mechanism: null, failure: null, ms: 1, evidence: [], ...end },
})

const attempts = (...outcomes: readonly ('open' | 'closed' | 'unclear')[]): AttacksSeen => ({
  session: 's2',
  attempts: (['CCS injection', 'ROBOT', 'Ticketbleed'] as const).map((attack, index) => ({
    attack,
    outcome: outcomes[index] ?? 'closed',
    answer: 'as wanted',
    entry: index,
  })),
})
const farewell = (outcome: FarewellSeen['outcome']): FarewellSeen => ({ outcome, session: 's2', entry: 3 })

const after = (ms: number): Said => ({ reply: { code: 250, enhanced: null, text: 'OK' }, end: null, evidence: [], ms })
const answered = (ms: number): RecipientsSeen => ({
  domain: 'example.com',
  unknown: after(ms),
  postmaster: [after(ms)],
  abuse: after(ms),
  bounce: after(ms),
  literal: after(ms),
  vrfyKnown: after(ms),
  vrfyUnknown: after(ms),
  expn: after(ms),
  nowhere: { mail: after(ms), recipient: null },
  parameter: after(ms),
  oddities: [],
  secondTry: null,
})
const later: Said = { ...after(1), reply: { code: 450, enhanced: '4.7.1', text: 'Greylisted' } }
const putOff = (said: Said | null | undefined): RecipientsSeen => ({
  ...answered(1),
  postmaster: [later],
  secondTry: said === undefined ? null : { seconds: 60, said },
})
const silent: Said = { reply: null, end: 'silent', evidence: [], ms: 1 }
const sent = (ms: number): Sent => ({ token: '', recipient: after(ms), data: after(ms), end: after(ms), ms })
const delivered = (ms: number): RoundTripSeen => ({
  mailbox: 'ana@own.example',
  isOwnDomain: false,
  isLoggedIn: true,
  isWatched: false,
  dots: { ...sent(ms), arrived: null },
  eightBit: [],
  large: null,
  ends: null,
})
const withLarge = (ms: number, change: Partial<Sent> = {}): RoundTripSeen => ({
  ...delivered(20),
  large: { octets: 262_144, sent: { ...sent(ms), ...change } },
})

const silence = (seconds: number, end: Said['end'], waited = 31): RobustnessSeen => ({
  hasPipelining: true,
  group: [],
  beforeGreeting: [],
  early: [],
  lines: [],
  utf8: null,
  dsn: null,
  data: after(1),
  transactions: [],
  idle: { reply: null, end, evidence: [], ms: seconds * 1000 },
  idleSeconds: waited,
})

export const seenCases: readonly SeenCase[] = [
  ['ROB-16', 'it stayed as long as we waited', judged(idlePatience, silence(31, 'silent')), 'pass/info'],
  ['ROB-16', 'it stayed for five minutes', judged(idlePatience, silence(300, 'silent', 300)), 'pass/info'],
  ['ROB-16', 'it left after five minutes', judged(idlePatience, silence(305, 'closed', 310)), 'pass/info'],
  ['ROB-16', 'it left after a minute', judged(idlePatience, silence(60, 'closed', 310)), 'warn/low'],
  ['ROB-16', 'it left after ten seconds', judged(idlePatience, silence(10, 'closed')), 'fail/low'],
  ['AUT-14', 'it works', judged(boundLogin, bound({ mechanism: 'SCRAM-SHA-256-PLUS' })), 'pass/info'],
  ['AUT-14', 'it is refused', judged(boundLogin, bound({ failure: failureOf('login-refused') })), 'warn/low'],
  [
    'AUT-14',
    'the proof is wrong',
    judged(boundLogin, bound({ failure: failureOf('login-server-unproven') })),
    'fail/low',
  ],
  ['AUT-14', 'it is not offered', judged(boundLogin, bound(null)), null],
  ['PERF-08', 'it is quick', judged(loginTime, bound(null)), 'pass/info'],
  [
    'PERF-08',
    'it is slow',
    judged(loginTime, { ...bound(null), login: { mechanism: 'PLAIN', failure: null, ms: 9000, evidence: [] } }),
    'warn/low',
  ],
  ['PERF-09', 'it is quick', judged(senderTime, answered(20)), 'pass/info'],
  ['PERF-09', 'it is slow', judged(senderTime, answered(11_000)), 'warn/low'],
  ['PERF-10', 'it is quick', judged(recipientTime, answered(20)), 'pass/info'],
  ['PERF-10', 'it is slow', judged(recipientTime, answered(11_000)), 'warn/low'],
  ['PERF-11', 'it is quick', judged(dataTime, delivered(20)), 'pass/info'],
  ['PERF-11', 'it is slow', judged(dataTime, delivered(3000)), 'warn/low'],
  ['PERF-12', 'it is quick', judged(endTime, delivered(20)), 'pass/info'],
  ['PERF-12', 'it is slow', judged(endTime, delivered(31_000)), 'warn/low'],
  ['PERF-16', 'it is as quick as a small one', judged(throughput, withLarge(21)), 'pass/info'],
  ['PERF-16', 'it is quick', judged(throughput, withLarge(220)), 'pass/info'],
  ['PERF-16', 'it is not so quick', judged(throughput, withLarge(1020)), 'info/info'],
  ['PERF-16', 'it is slow', judged(throughput, withLarge(4020)), 'warn/low'],
  ['PERF-16', 'it has no answer', judged(throughput, withLarge(60_000, { end: silent })), 'indeterminate/info'],
  ['PERF-16', 'none was sent', judged(throughput, delivered(20)), null],
  ['POL-08', 'nobody is put off', judged(greylisting, answered(1)), 'pass/info'],
  ['POL-08', 'a second try was not wanted', judged(greylisting, putOff(undefined)), 'warn/info'],
  ['POL-08', 'a second try is taken', judged(greylisting, putOff(after(1))), 'warn/info'],
  ['POL-08', 'a second try is put off too', judged(greylisting, putOff(later)), 'warn/info'],
  ['POL-08', 'nothing is said to a second try', judged(greylisting, putOff(silent)), 'warn/info'],
  ['POL-08', 'nobody answers to a second try', judged(greylisting, putOff(null)), 'warn/info'],
  ['TLS-D2', 'all are withstood', judged(triedAttacks, attempts()), 'pass/info'],
  ['TLS-D2', 'one is not', judged(triedAttacks, attempts('closed', 'open')), 'fail/critical'],
  ['TLS-D2', 'one cannot be told', judged(triedAttacks, attempts('unclear')), 'indeterminate/info'],
  ['TLS-S10', 'it says goodbye', judged(closeNotify, farewell('yes')), 'pass/info'],
  ['TLS-S10', 'it just hangs up', judged(closeNotify, farewell('no')), 'warn/info'],
  ['TLS-S10', 'it never hangs up', judged(closeNotify, farewell('unclear')), 'indeterminate/info'],
]
