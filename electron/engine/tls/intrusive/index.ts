// Attacks that are tried for real, on a server of one's own alone: each ends before any harm, and tells whether the door stood open.
import type { TicketWish } from '../ticket12.ts'
import { earlyChangeCipherSpec } from './early-ccs.ts'
import { paddingOracle } from './padding-oracle.ts'
import { ticketEcho } from './ticket-echo.ts'

export const attacks = ['CCS injection', 'ROBOT', 'Ticketbleed'] as const
export type AttackName = (typeof attacks)[number]

/** `closed`: the server withstands it, or has not what it takes. */
export type Attempt = {
  readonly attack: AttackName
  readonly outcome: 'open' | 'closed' | 'unclear'
  /** What was seen, in English, as in the log. */
  readonly answer: string
  readonly entry: number
}

export type Tried = Omit<Attempt, 'attack' | 'entry'>

export type Attacked = TicketWish

const tries: Readonly<Record<AttackName, (attacked: Attacked) => Promise<Tried>>> = {
  'CCS injection': earlyChangeCipherSpec,
  ROBOT: paddingOracle,
  Ticketbleed: ticketEcho,
}

/** One connection for the first, at most ten for the second, two for the third. */
export const mostConnections = 13

export async function attack(attacked: Attacked): Promise<Attempt[]> {
  const done: Attempt[] = []
  for (const name of attacks) {
    const tried = await tries[name](attacked)
    const entry = attacked.prober.note(`${name}: ${tried.answer}.`)
    done.push({ attack: name, ...tried, entry })
  }
  return done
}
