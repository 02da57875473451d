// Sends mails to an address of the person's own through a server of their own, and looks at what arrives: what a relay lets pass,
// what it damages, and whether it passes on mail of strangers at all.
import { say } from '#shared/explain/words.ts'
import type { Capability } from '#shared/values/capability.ts'
import { sizeLimit } from '../../smtp/capabilities.ts'
import { offers } from '../../smtp/index.ts'
import { dotsKept } from '../checks/dots-kept.ts'
import { eightBitKept } from '../checks/eight-bit-kept.ts'
import { relayProof } from '../checks/relay-proof.ts'
import { smuggledOut } from '../checks/smuggled-out.ts'
import { throughput } from '../checks/throughput.ts'
import { dataTime, endTime } from '../checks/timed-answers.ts'
import { isGreeted, lastOffers } from '../preconditions.ts'
import { type ProbeTools, probe } from '../probe.ts'
import { awaitAll, type Delivered, isTaken, type Parcel, patience, type Sent, sendAlone } from './deliver.ts'
import { falseEnds, shownEnd } from './false-ends.ts'
import { canLogIn } from './log-in.ts'
import { accents, dottedLines, left, right } from './test-texts.ts'

export type RoundTripSeen = {
  readonly mailbox: string
  /** Whether mail for the mailbox is the server's own business anyway. */
  readonly isOwnDomain: boolean
  readonly isLoggedIn: boolean
  /** Whether anybody watches what arrives. */
  readonly isWatched: boolean
  /** Lines that begin with a dot. */
  readonly dots: Delivered
  readonly eightBit: readonly (Delivered & { readonly isAnnounced: boolean })[]
  /** One of many octets; null where none was taken before, or the server wants none of that size. */
  readonly large: { readonly octets: number; readonly sent: Sent } | null
  /** Null where nobody watches: then there would be nothing to see. */
  readonly ends: readonly (Delivered & { readonly sequence: string })[] | null
}

/** What only looks like the end of a mail, and what some servers make one of. */
const sequences = [...falseEnds, '\r\n.\r\r\n', '\r\r\n.\r\r\n']

export const roundTripProbe = probe<RoundTripSeen>({
  doing: say('Sending mails to your own address', 'Enviando correos a la dirección propia'),
  level: 3,
  checks: [relayProof, dotsKept, eightBitKept, smuggledOut, dataTime, endTime, throughput],
  connections: () => sequences.length + 4,
  waits: () => patience,
  isFor: isGreeted,
  needsMailbox: true,
  async look(observed, tools) {
    const to = tools.mailbox ?? ''
    const domain = to.slice(to.lastIndexOf('@') + 1).toLowerCase()
    const own = (tools.domain ?? observed.endpoint.host).toLowerCase()
    const offered = lastOffers(observed) ?? []
    const isLoggedIn = canLogIn(observed, tools)
    const mail = (parcel: Omit<Parcel, 'to'>) => sendAlone({ to, ...parcel }, isLoggedIn, tools)
    const dots = await mail({ body: dottedLines.map((line) => `.${line}\r\n`).join('') })
    const eightBit = await sendAccents(mail, offers(offered, '8BITMIME'))
    const isRefused = dots.end === null
    const large = isTaken(dots) && fits(offered) ? await sendLarge(mail) : null
    const ends = tools.sink === null || isRefused ? null : await sendEnds(mail, tools)
    const arrived = await awaitAll([dots, ...eightBit, ...(ends ?? [])], tools)
    const round = <Mail extends Sent>(one: Mail): Mail & Delivered => ({
      ...one,
      arrived: arrived.find(({ token }) => token === one.token)?.arrived ?? null,
    })
    return {
      mailbox: to,
      isOwnDomain: domain === own,
      isLoggedIn,
      isWatched: tools.sink !== null,
      dots: round(dots),
      eightBit: eightBit.map(round),
      large,
      ends: ends?.map(round) ?? null,
    }
  },
})

type Mail = (parcel: Omit<Parcel, 'to'>) => Promise<Sent>

async function sendAccents(mail: Mail, isOffered: boolean) {
  const body = `${accents}\r\n`
  const unannounced = { ...(await mail({ body })), isAnnounced: false }
  if (!isOffered) return [unannounced]
  return [{ ...(await mail({ body, parameters: 'BODY=8BITMIME' })), isAnnounced: true }, unannounced]
}

/** Enough for its octets to take longer than the answer to it. */
const largeOctets = 256 * 1024
const line = `${'.'.repeat(2)}${'x'.repeat(74)}\r\n`
/** Seconds: a slow line may have it, too. */
const largeSeconds = 60

const fits = (offered: readonly Capability[]): boolean =>
  (sizeLimit(offered) ?? Number.POSITIVE_INFINITY) > 2 * largeOctets

async function sendLarge(mail: Mail) {
  const sent = await mail({ body: line.repeat(Math.ceil(largeOctets / line.length)), seconds: largeSeconds })
  return { octets: largeOctets, sent }
}

async function sendEnds(mail: Mail, { tell }: ProbeTools) {
  const sent = []
  for (const [index, sequence] of sequences.entries()) {
    tell(index, sequences.length)
    // Behind a false end stands a line that is no command: nothing can come of it.
    const body = `${left}${sequence}${right}\r\n`
    sent.push({ ...(await mail({ body })), sequence: shownEnd(sequence) })
  }
  return sent
}
