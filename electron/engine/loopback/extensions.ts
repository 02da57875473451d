// What EHLO offers in each resting phase. What is not offered is not accepted: see the same phase in phases.ts.

import { limits } from './limits.ts'
import { mechanisms } from './login.ts'
import type { RestingPhase } from './phases.ts'

const always = ['PIPELINING', `SIZE ${limits.mailSize}`, '8BITMIME', 'SMTPUTF8', 'ENHANCEDSTATUSCODES']
const login = `AUTH ${mechanisms.join(' ')}`

const offers: Readonly<Record<RestingPhase, readonly string[]>> = {
  plain: [...always, 'STARTTLS', 'HELP'],
  insecure: [...always, 'STARTTLS', 'HELP'],
  secure: [...always, login, 'HELP'],
  locked: [...always, login, 'HELP'],
  known: [...always, 'HELP'],
}

export const extensions = (phase: RestingPhase, hidden: readonly string[]): string[] =>
  offers[phase].filter((keyword) => !hidden.includes(keyword))
