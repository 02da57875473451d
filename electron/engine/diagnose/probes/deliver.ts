// Sends one small mail of a probe, octet for octet, and waits for it where it arrives.
import { randomBytes } from 'node:crypto'
import type { ProbeTools } from '../probe.ts'
import { tokenBegin } from '../sink.ts'
import type { Said, Talk } from '../talk.ts'
import { logIn } from './log-in.ts'

/** What came of a mail. */
export type Sent = {
  readonly token: string
  /** What RCPT was told, or MAIL where that was refused already. */
  readonly recipient: Said
  /** Null where it was not come to. */
  readonly data: Said | null
  readonly end: Said | null
  /** Milliseconds from the go-ahead of DATA to the verdict; null where it was not come to. */
  readonly ms: number | null
}

/** `arrived`: as it stood on the wire; null where it did not arrive, or nobody could see whether it did. */
export type Delivered = Sent & { readonly arrived: Buffer | null }

export type Parcel = {
  readonly to: string
  /** The recipient where nobody is named. */
  readonly from?: string
  /** Behind MAIL: `BODY=8BITMIME`. */
  readonly parameters?: string
  /** Lines with their CRLF, dots stuffed. */
  readonly body: string
  /** To wait for the verdict; as for any reply where nothing is said. */
  readonly seconds?: number
}

/** On a connection of its own. */
export const sendAlone = (parcel: Parcel, isLoggedIn: boolean, tools: ProbeTools): Promise<Sent> =>
  tools.talk('tls', async (peer) => {
    // A login that fails is told of by other checks; the mail is then refused, or it is not.
    if (isLoggedIn) await logIn(peer, 'automatic', tools)
    return send(peer, parcel)
  })

async function send(peer: Talk, { to, from = to, parameters, body, seconds }: Parcel): Promise<Sent> {
  const token = `${tokenBegin}${randomBytes(8).toString('hex')}`
  const mail = await peer.say(`MAIL FROM:<${from}>${parameters === undefined ? '' : ` ${parameters}`}`)
  const recipient = mail.reply?.code === 250 ? await peer.say(`RCPT TO:<${to}>`) : mail
  if (recipient.reply === null || recipient.reply.code >= 300)
    return { token, recipient, data: null, end: null, ms: null }
  const data = await peer.say('DATA')
  if (data.reply?.code !== 354) return { token, recipient, data, end: null, ms: null }
  const octets = Buffer.from(`${headOf(from, to, token)}${body}.\r\n`)
  const began = performance.now()
  const end = await peer.sayOctets(octets, `… ${token} … \\r\\n.\\r\\n`, seconds)
  return { token, recipient, data, end, ms: performance.now() - began }
}

const headOf = (from: string, to: string, token: string) =>
  [
    `From: <${from}>`,
    `To: <${to}>`,
    `Subject: Heloise looks how this mail arrives: ${token}`,
    `Message-ID: <${token}@heloise.invalid>`,
    `Date: ${new Date().toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
    '',
    'This mail can be thrown away.',
    '',
  ].join('\r\n')

/** Seconds in which a mail comes round; a queue is not that quick everywhere. */
export const patience = 30

/** The last that was said to it. */
export const endOf = ({ recipient, data, end }: Sent): Said => end ?? data ?? recipient

export const isTaken = ({ end }: Sent): boolean => end?.reply?.code === 250

/** One after the other sent, they come round at the same time. */
export async function awaitAll(sent: readonly Sent[], { sink, sinkSeconds, signal }: ProbeTools): Promise<Delivered[]> {
  return Promise.all(
    sent.map(async (one) => ({
      ...one,
      arrived: sink !== null && isTaken(one) ? await sink.take(one.token, sinkSeconds ?? patience, signal) : null,
    })),
  )
}
