// What EHLO offers in each resting phase. What is not offered is not accepted: see the same phase in phases.ts.

import { limits } from './limits.ts'
import type { RestingPhase } from './phases.ts'
import type { Behaviour } from './scenarios.ts'

const always = ['PIPELINING', `SIZE ${limits.mailSize}`, '8BITMIME', 'SMTPUTF8', 'ENHANCEDSTATUSCODES']
const login = 'AUTH'

type Offered = Pick<Behaviour, 'hidden' | 'mechanisms'>

const offers: Readonly<Record<RestingPhase, readonly string[]>> = {
  plain: [...always, 'STARTTLS', 'HELP'],
  insecure: [...always, 'STARTTLS', 'HELP'],
  secure: [...always, login, 'HELP'],
  locked: [...always, login, 'HELP'],
  known: [...always, 'HELP'],
}

export const extensions = (phase: RestingPhase, { hidden, mechanisms }: Offered): string[] =>
  offers[phase]
    .filter((keyword) => !hidden.includes(keyword))
    .map((keyword) => (keyword === login ? `${login} ${mechanisms.join(' ')}` : keyword))
