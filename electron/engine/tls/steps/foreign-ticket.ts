// Whether a ticket is taken under another name than the one it was given for, which RFC 6066 §3 forbids up to TLS 1.2. The library
// does not show one there, so hellos of our own do.
import { randomBytes } from 'node:crypto'
import type { Asked } from '../prober.ts'
import { askHello, type Scanning, takenSuites } from '../scanning.ts'
import { ticketOf12 } from '../ticket12.ts'
import { otherName } from './certificates.ts'

type Limits = { readonly seconds: number; readonly signal: AbortSignal }

const version = 'TLSv1.2'

/** Nothing is told where the ticket is not taken under its own name either. */
export async function findForeignTicket(scanning: Scanning, limits: Limits): Promise<void> {
  const { prober, name, result } = scanning
  const ticket = await ticketOf12({ prober, name, ...limits })
  if (ticket === null || !(await show(scanning, ticket, name)).isTaken) return
  const { isTaken, entry } = await show(scanning, ticket, otherName)
  const answer = `a ticket of ${name} is ${isTaken ? '' : 'not '}taken for ${otherName}`
  result.traits.push({ trait: 'foreign-ticket', outcome: isTaken ? 'yes' : 'no', answer, entry })
}

/** RFC 5077 §3.4: who takes a ticket gives the session id of the hello back. */
async function show(
  scanning: Scanning,
  ticket: Buffer,
  name: string | null,
): Promise<{ readonly isTaken: boolean; readonly entry: Asked['entry'] }> {
  const sessionId = randomBytes(32)
  const wish = { version, suites: takenSuites(scanning, version), name, ticket, sessionId } as const
  const { flight, entry } = await askHello(scanning, wish, undefined, ` and a ticket for ${name}`)
  return { isTaken: flight.hello?.sessionId.equals(sessionId) === true, entry }
}
