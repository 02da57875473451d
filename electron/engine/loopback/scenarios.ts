// How each scenario bends the server. A scenario is a small value; the session consults it at the places named here.
import type { Scenario } from '#shared/values/loopback.ts'
import type { Reply } from '#shared/values/reply.ts'
import { type Answer, type Phase, phases, type Verb } from './phases.ts'
import { replies, reply } from './replies.ts'

export type Behaviour = {
  readonly greeting: Reply
  /** Said in place of an act that the table would do; a verb that is refused anyhow stays refused as it was. */
  readonly refusals: Partial<Readonly<Record<Verb, Reply>>>
  /** Keywords that EHLO keeps quiet about. */
  readonly hidden: readonly string[]
  /** Lines that EHLO adds; those of the second list inside TLS alone. */
  readonly added: readonly [anywhere: readonly string[], insideTls: readonly string[]]
  /** Parameters of MAIL that nobody here knows. */
  readonly parameters: 'known' | 'any'
  readonly starttls: 'done' | 'drop' | 'garbage' | 'injected'
  readonly login: 'checked' | 'refused' | 'anyone'
  /** `own`: for the postmaster and the abuse desk alone. `few`: two of a mail. */
  readonly recipients: 'taken' | 'greylisted' | 'own' | 'few'
  /** Said at the final dot in place of storing the mail; `drop` says nothing and closes the connection. */
  readonly atDot: 'keep' | 'drop' | Reply
  /** Milliseconds before each reply. */
  readonly delay: number
  /** Milliseconds before the greeting. */
  readonly greetingDelay: number
  /** Milliseconds of silence after which it hangs up; null for the usual ones. */
  readonly patience: number | null
  /** What becomes of the lines that it writes. */
  readonly spoil: (lines: string) => string
  /** Octet by octet. */
  readonly trickles: boolean
}

const ordinary: Behaviour = {
  greeting: replies.greeting,
  refusals: {},
  hidden: [],
  added: [[], []],
  parameters: 'known',
  starttls: 'done',
  login: 'checked',
  recipients: 'taken',
  atDot: 'keep',
  delay: 0,
  greetingDelay: 0,
  patience: null,
  spoil: (lines) => lines,
  trickles: false,
}

const name = 'localhost ESMTP Heloise loopback server'

/** RFC 9422, RFC 2852, RFC 4865, RFC 6710 */
const extras = ['LIMITS RCPTMAX=1000', 'DELIVERBY', 'FUTURERELEASE 86400 2030-01-01T00:00:00Z', 'MT-PRIORITY MIXER']

export const behaviours: Readonly<Record<Scenario, Behaviour>> = {
  none: ordinary,
  'refuse-ehlo': { ...ordinary, refusals: { EHLO: reply(502, '5.5.1', 'EHLO is not implemented: say HELO') } },
  'no-starttls': { ...ordinary, refusals: { STARTTLS: replies.notOffered }, hidden: ['STARTTLS'] },
  // RFC 3207 §4
  'starttls-refused': { ...ordinary, refusals: { STARTTLS: reply(454, '4.7.0', 'TLS is not available just now') } },
  'refuse-login': { ...ordinary, login: 'refused' },
  greylist: { ...ordinary, recipients: 'greylisted' },
  busy: { ...ordinary, greeting: reply(421, '4.3.2', 'Too busy just now: try again later') },
  'drop-after-dot': { ...ordinary, atDot: 'drop' },
  'refuse-content': { ...ordinary, atDot: reply(554, '5.6.0', 'The content of this mail is refused') },
  slow: { ...ordinary, delay: 700 },
  // RFC 5321 §3.1: it waits for QUIT, and refuses the rest.
  'greeting-refused': {
    ...ordinary,
    greeting: reply(554, '5.3.2', 'No mail is taken here'),
    refusals: { EHLO: replies.noMailHere, HELO: replies.noMailHere },
  },
  'greeting-late': { ...ordinary, greetingDelay: 6000 },
  'greeting-lines': { ...ordinary, greeting: reply(220, null, `${name}\nSeveral lines say\nwho is welcome`) },
  'greeting-starred': { ...ordinary, greeting: reply(220, null, `${'*'.repeat(24)}2${'*'.repeat(12)}`) },
  // RFC 5321 §4.5.3.1.5
  'long-lines': { ...ordinary, greeting: reply(220, null, `${name} ${'x'.repeat(600)}`) },
  // RFC 5321 §2.3.8
  'bare-lf': { ...ordinary, spoil: (lines) => lines.replaceAll('\r\n', '\n') },
  // RFC 5321 §4.2.1
  'mixed-codes': { ...ordinary, spoil: (lines) => lines.replaceAll('250-SIZE', '251-SIZE') },
  trickle: { ...ordinary, trickles: true },
  contradictions: { ...ordinary, added: [['SIZE 1000', 'BINARYMIME'], []] },
  'empty-offer': { ...ordinary, added: [[''], []] },
  'extra-offers': { ...ordinary, added: [extras, ['REQUIRETLS']], parameters: 'any' },
  'starttls-again': { ...ordinary, added: [[], ['STARTTLS']] },
  'starttls-drop': { ...ordinary, starttls: 'drop' },
  'starttls-garbage': { ...ordinary, starttls: 'garbage' },
  'starttls-injected': { ...ordinary, starttls: 'injected' },
  'any-login': { ...ordinary, login: 'anyone' },
  'own-recipients': { ...ordinary, recipients: 'own' },
  'few-recipients': { ...ordinary, recipients: 'few' },
  'refuse-late': { ...ordinary, atDot: replies.tooLarge },
  impatient: { ...ordinary, patience: 5000 },
}

/** What the table says, bent by the scenario. */
export function answerTo(phase: Phase, verb: Verb, behaviour: Behaviour): Answer {
  const answer = phases[phase][verb]
  return typeof answer === 'string' ? (behaviour.refusals[verb] ?? answer) : answer
}
