// Asks for what TLS 1.3 hides, on a connection of its own: certificates and the signature over the handshake, and the tickets where
// those are wanted too.
import { randomBytes } from 'node:crypto'
import { agree } from './handshake13/agree.ts'
import type { Flight13 } from './handshake13/flight13.ts'
import { openableSuites } from './handshake13/keys.ts'
import { ownGroups } from './handshake13/shares.ts'
import { readTickets } from './handshake13/tickets.ts'
import type { HelloWish } from './hello.ts'
import { commonSignatures } from './registry/signatures.ts'
import type { Scanning } from './scanning.ts'
import type { Talk } from './talk.ts'
import { alertInWords } from './wire/alerts.ts'
import { MalformedTls } from './wire/octets.ts'
import type { NewSessionTicket } from './wire/session-ticket.ts'

export type Hello13Wish = {
  readonly signatures?: readonly number[]
  /** What to ask for; the name of the scan without it. */
  readonly name?: string | null
  readonly withStatus?: boolean
  readonly withTickets?: boolean
}

export type Opened13 = {
  readonly flight13: Flight13 | null
  /** Null where they were not asked for. */
  readonly tickets: readonly NewSessionTicket[] | null
  /** Whether the server said no, rather than nothing that could be read. */
  readonly isRefusal: boolean
  readonly words: string
  readonly entry: number
}

export async function openHello13(scanning: Scanning, wish: Hello13Wish): Promise<Opened13> {
  const outcome = await scanning.prober.converse((talk) => openOn(talk, helloWish(scanning, wish), wish))
  const entry = scanning.prober.note(`Asked for what TLSv1.3 hides: ${outcome.words}.`)
  return { ...outcome, entry }
}

type Outcome = Omit<Opened13, 'entry'>

async function openOn(talk: Talk, hello: HelloWish, { withTickets = false }: Hello13Wish): Promise<Outcome> {
  try {
    const agreed = await agree(talk, hello)
    if ('alert' in agreed) return refused(alertInWords(agreed.alert))
    const { flight13 } = agreed
    if (flight13.alert !== null) return refused(alertInWords({ level: 2, description: flight13.alert }))
    const tickets = withTickets && flight13.isFinished ? await readTickets(talk, agreed) : null
    return { flight13, tickets, isRefusal: false, words: `showed ${flight13.certificates.length} certificates` }
  } catch (error) {
    if (!(error instanceof MalformedTls)) throw error
    return { flight13: null, tickets: null, isRefusal: false, words: `answered with faulty TLS: ${error.message}` }
  }
}

const refused = (words: string): Outcome => ({ flight13: null, tickets: null, isRefusal: true, words })

const helloWish = (scanning: Pick<Scanning, 'name'>, wish: Hello13Wish): HelloWish => ({
  version: 'TLSv1.3',
  suites: openableSuites.map(({ id }) => id),
  name: wish.name === undefined ? scanning.name : wish.name,
  groups: ownGroups,
  signatures: wish.signatures ?? commonSignatures,
  withStatus: wish.withStatus ?? false,
  random: randomBytes(32),
  sessionId: randomBytes(32),
})
