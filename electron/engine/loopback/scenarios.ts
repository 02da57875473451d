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
  readonly login: 'checked' | 'refused'
  readonly recipients: 'taken' | 'greylisted'
  /** Said at the final dot in place of storing the mail; `drop` says nothing and closes the connection. */
  readonly atDot: 'keep' | 'drop' | Reply
  /** Milliseconds before each reply. */
  readonly delay: number
}

const ordinary: Behaviour = {
  greeting: replies.greeting,
  refusals: {},
  hidden: [],
  login: 'checked',
  recipients: 'taken',
  atDot: 'keep',
  delay: 0,
}

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
}

/** What the table says, bent by the scenario. */
export function answerTo(phase: Phase, verb: Verb, behaviour: Behaviour): Answer {
  const answer = phases[phase][verb]
  return typeof answer === 'string' ? (behaviour.refusals[verb] ?? answer) : answer
}
