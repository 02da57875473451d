// How each scenario bends the server. A scenario is a small value; the session consults it at the places named here.
import type { Reply } from '#shared/values/reply.ts'
import type { Scenario } from '#shared/values/scenarios.ts'
import { type Mechanism, tokenMechanisms, usualMechanisms, type Verdict } from './login.ts'
import { type LoginReplies, loginReplies } from './login-replies.ts'
import { type Act, type Answer, type Phase, phases, type Verb } from './phases.ts'
import { replies, reply } from './replies.ts'

export type Behaviour = {
  readonly greeting: Reply
  /** Said in place of an act that the table would do; a verb that is refused anyhow stays refused as it was. */
  readonly refusals: Partial<Readonly<Record<Verb, Reply>>>
  /** Acts that it does where the table refuses them. */
  readonly allowed: Partial<Readonly<Record<Phase, Partial<Readonly<Record<Verb, Act>>>>>>
  /** TLS from the first octet, on the ports of STARTTLS too. */
  readonly isTlsFirst: boolean
  /** Keywords that EHLO keeps quiet about. */
  readonly hidden: readonly string[]
  /** Lines that EHLO adds; those of the second list inside TLS alone. */
  readonly added: readonly [anywhere: readonly string[], insideTls: readonly string[]]
  /** Parameters of MAIL that nobody here knows. */
  readonly parameters: 'known' | 'any'
  /** BODY=BINARYMIME (RFC 3030 §3). */
  readonly takesBinary: boolean
  readonly starttls: 'done' | 'drop' | 'garbage' | 'injected' | 'keeps plain text' | 'keeps state'
  readonly mechanisms: readonly Mechanism[]
  readonly login: LoginReplies
  /** Milliseconds before the reply to a login. */
  readonly loginDelay: Partial<Readonly<Record<Verdict, number>>>
  /** So many wrong logins are borne; with one more every login is put off. */
  readonly wrongLogins: number
  /** Whether the server can prove with SCRAM that it knows the password. */
  readonly scramProof: 'true' | 'false'
  /** `own`: for the postmaster and the abuse desk alone. `few`: two of a mail. `mixed`: each third one. */
  readonly recipients: 'taken' | 'greylisted' | 'own' | 'few' | 'mixed'
  /** Said right behind the 354 as the last word of the session. */
  readonly behindData: Reply | null
  /** Milliseconds before each block of a mail is read. */
  readonly drainDelay: number
  /** `any`: bare line ends around the dot end a mail too. */
  readonly mailEnds: 'true' | 'any'
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
  allowed: {},
  isTlsFirst: false,
  hidden: [],
  added: [[], []],
  parameters: 'known',
  takesBinary: false,
  starttls: 'done',
  mechanisms: usualMechanisms,
  login: loginReplies.checked,
  loginDelay: {},
  wrongLogins: Number.POSITIVE_INFINITY,
  scramProof: 'true',
  recipients: 'taken',
  behindData: null,
  drainDelay: 0,
  mailEnds: 'true',
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

const passingOver = { BDAT: 'pass chunk over' } as const
const taking = { BDAT: 'take chunk' } as const
/** RFC 3030 §2: the octets of a chunk stand behind BDAT wherever it is said. */
const takingChunks: Behaviour['allowed'] = {
  unintroduced: passingOver,
  plain: passingOver,
  secure: passingOver,
  insecure: passingOver,
  locked: passingOver,
  known: passingOver,
  sender: passingOver,
  recipients: taking,
  chunks: taking,
}

export const behaviours: Readonly<Record<Scenario, Behaviour>> = {
  none: ordinary,
  'refuse-ehlo': { ...ordinary, refusals: { EHLO: reply(502, '5.5.1', 'EHLO is not implemented: say HELO') } },
  'no-starttls': { ...ordinary, refusals: { STARTTLS: replies.notOffered }, hidden: ['STARTTLS'] },
  // RFC 3207 §4
  'starttls-refused': { ...ordinary, refusals: { STARTTLS: reply(454, '4.7.0', 'TLS is not available just now') } },
  'refuse-login': { ...ordinary, login: loginReplies.refused },
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
  'greeting-late': { ...ordinary, greetingDelay: 3000 },
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
  'any-login': { ...ordinary, login: loginReplies.anyone },
  'own-recipients': { ...ordinary, recipients: 'own' },
  'few-recipients': { ...ordinary, recipients: 'few' },
  'refuse-late': { ...ordinary, atDot: replies.tooLarge },
  impatient: { ...ordinary, patience: 3000 },
  // RFC 8314 §3.3
  'tls-first': { ...ordinary, isTlsFirst: true },
  // CVE-2011-0411
  'plaintext-kept': { ...ordinary, starttls: 'keeps plain text' },
  // RFC 3207 §4.2
  'state-kept': { ...ordinary, allowed: { sender: { STARTTLS: 'start TLS' } }, starttls: 'keeps state' },
  'login-leaks-words': { ...ordinary, login: loginReplies.telling },
  'login-leaks-time': { ...ordinary, loginDelay: { 'wrong password': 1500 } },
  'locks-out': { ...ordinary, wrongLogins: 1 },
  // RFC 5802 §3
  'scram-impostor': { ...ordinary, mechanisms: ['SCRAM-SHA-1', 'SCRAM-SHA-256'], scramProof: 'false' },
  // RFC 7628 §3.2.2
  'token-refused': { ...ordinary, mechanisms: tokenMechanisms },
  'mixed-recipients': { ...ordinary, recipients: 'mixed' },
  'closes-at-data': { ...ordinary, behindData: replies.closingAtData },
  'slow-drain': { ...ordinary, drainDelay: 1000 },
  // CVE-2023-51764
  'false-ends': { ...ordinary, mailEnds: 'any' },
  // RFC 3030 §2: a chunk is taken in also where BDAT is refused. BDAT is not known here.
  chunks: { ...ordinary, added: [['CHUNKING', 'BINARYMIME'], []], allowed: takingChunks, takesBinary: true },
  'chunks-as-commands': { ...ordinary, added: [['CHUNKING'], []] },
}

/** What the table says, bent by the scenario. */
export function answerTo(phase: Phase, verb: Verb, behaviour: Behaviour): Answer {
  const answer = behaviour.allowed[phase]?.[verb] ?? phases[phase][verb]
  return typeof answer === 'string' ? (behaviour.refusals[verb] ?? answer) : answer
}
