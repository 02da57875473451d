// What a diagnosis says of our own server under each scenario that spoils something.
import type { CheckResult } from '#shared/values/report.ts'
import type { Scenario } from '#shared/values/scenarios.ts'

export type ScenarioCase = readonly [
  scenario: Scenario,
  expected: Readonly<Record<string, CheckResult>>,
  how?: {
    /** `mx`: it is asked as the host of a domain, which takes mail from strangers. */
    readonly role?: 'mx'
    /** Its profile says STARTTLS. */
    readonly hasProfile?: true
    /** The login of its account is known. */
    readonly hasLogin?: true
    readonly level?: 2 | 3
    /** Seconds. */
    readonly replyTimeout?: number
  },
]

const mxAtTwo = { role: 'mx', level: 2 } as const
const mxAtThree = { role: 'mx', level: 3, replyTimeout: 0.3 } as const
const loggingIn = { hasLogin: true, level: 3 } as const

export const scenarioCases: readonly ScenarioCase[] = [
  ['none', { 'REL-01': 'fail', 'POL-01': 'fail' }, mxAtTwo],
  ['busy', { 'RCH-07': 'pass', 'RCH-08': 'warn', 'STL-01': 'indeterminate' }],
  ['greeting-refused', { 'RCH-08': 'fail' }],
  ['greeting-late', { 'RCH-06': 'warn' }, { replyTimeout: 10 }],
  ['greeting-lines', { 'RCH-08': 'pass', 'EHL-18': 'pass' }],
  ['greeting-starred', { 'RCH-09': 'fail' }],
  ['tls-first', { 'RCH-07': 'fail' }, { hasProfile: true }],
  ['refuse-ehlo', { 'EHL-03': 'fail', 'EHL-04': 'warn' }],
  ['contradictions', { 'EHL-06': 'fail' }],
  ['empty-offer', { 'EHL-05': 'warn' }],
  ['extra-offers', { 'EHL-15': 'pass', 'EHL-14': 'pass' }],
  ['no-starttls', { 'STL-01': 'fail' }],
  ['starttls-refused', { 'STL-01': 'pass', 'STL-02': 'fail' }],
  ['starttls-drop', { 'STL-02': 'fail' }],
  ['starttls-garbage', { 'STL-02': 'fail' }],
  ['starttls-injected', { 'STL-07': 'fail' }],
  ['starttls-again', { 'EHL-13': 'fail' }],
  ['none', { 'STL-06': 'pass' }, mxAtTwo],
  ['plaintext-kept', { 'STL-06': 'fail' }, mxAtTwo],
  ['state-kept', { 'STL-08': 'fail' }, mxAtTwo],
  ['none', { 'AUT-06': 'pass', 'AUT-07': 'pass', 'AUT-08': 'pass' }, loggingIn],
  ['any-login', { 'AUT-06': 'fail' }, loggingIn],
  ['login-leaks-words', { 'AUT-07': 'fail' }, loggingIn],
  ['login-leaks-time', { 'AUT-07': 'warn' }, { ...loggingIn, replyTimeout: 10 }],
  ['locks-out', { 'AUT-08': 'info' }, loggingIn],
  ['scram-impostor', { 'AUT-13': 'fail' }, loggingIn],
  ['token-refused', { 'AUT-15': 'pass' }, loggingIn],
  ['greylist', { 'POL-08': 'warn' }, mxAtTwo],
  ['own-recipients', { 'REL-01': 'pass', 'POL-01': 'pass' }, mxAtTwo],
  ['none', { 'ROB-07': 'pass', 'POL-10': 'pass' }, mxAtThree],
  ['few-recipients', { 'POL-10': 'warn' }, mxAtThree],
  ['mixed-recipients', { 'POL-10': 'fail' }, mxAtThree],
  ['drop-after-dot', { 'ROB-17': 'fail' }, mxAtThree],
  ['false-ends', { 'ROB-07': 'fail' }, mxAtThree],
  ['chunks', { 'ROB-12': 'pass' }, mxAtThree],
  ['chunks-as-commands', { 'ROB-12': 'fail' }, mxAtThree],
  ['long-lines', { 'EHL-18': 'warn' }],
  ['bare-lf', { 'EHL-18': 'warn' }],
  ['mixed-codes', { 'EHL-18': 'fail' }],
  ['trickle', { 'EHL-03': 'pass', 'STL-02': 'pass' }],
  ['none', { 'ROB-16': 'pass' }, mxAtTwo],
  ['impatient', { 'ROB-16': 'fail' }, mxAtTwo],
]
