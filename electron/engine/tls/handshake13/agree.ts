// The hello of a TLS 1.3 handshake of our own, up to the server's Finished. A HelloRetryRequest is answered once, as RFC 8446
// §4.1.4 allows.
import { type HelloWish, helloMessage, helloRecordVersion } from '../hello.ts'
import type { Talk } from '../talk.ts'
import type { Alert } from '../wire/alerts.ts'
import type { Flight } from '../wire/flight.ts'
import { message, messageType } from '../wire/messages.ts'
import { MalformedTls } from '../wire/octets.ts'
import { contentType, records } from '../wire/records.ts'
import { createFlight13Reader, type Flight13, type Flight13Reader } from './flight13.ts'
import { type HandshakeSecrets, handshakeSecrets, hashOfHello, openableSuites, type Suite13 } from './keys.ts'
import { type OwnShare, ownShare } from './shares.ts'

export type Agreed = {
  readonly secrets: HandshakeSecrets
  /** Messages up to the ServerHello. */
  readonly transcript: readonly Buffer[]
  readonly flight13: Flight13
}

/** An alert in clear is the server's no. Throws MalformedTls where nothing sensible comes. */
export async function agree(talk: Talk, wish: HelloWish): Promise<Agreed | { readonly alert: Alert }> {
  let shares = firstGroups.map(ownShare).filter((share) => share !== null)
  const first = helloMessage({ ...wish, shares })
  let transcript = [first]
  let reading: Reading | null = null
  const isEnough = (flight: Flight): boolean => {
    if (flight.hello === null) return false
    if (flight.hello.isRetry) return true
    reading ??= startReading(flight, transcript, shares)
    reading.reader.take(flight.sealed)
    return reading.reader.flight.isFinished || reading.reader.flight.alert !== null
  }
  let answer = await talk.say([inRecord(first)], isEnough)
  const retry = answer.flight.hello
  if (retry?.isRetry) {
    const own = ownShare(retry.group ?? 0)
    const suite = suite13(retry.suite)
    if (own === null || suite === null) throw new MalformedTls('another hello is asked for with a group of its own')
    shares = [own]
    const second = helloMessage({ ...wish, shares, cookie: retry.cookie })
    // RFC 8446 §4.4.1: the first hello is hashed, the request stays as it was.
    const hashed = message(messageType.messageHash, hashOfHello(suite, first))
    transcript = [hashed, answer.flight.helloOctets ?? Buffer.alloc(0), second]
    answer = await talk.say([inRecord(second)], isEnough)
  }
  if (reading === null && answer.end.kind === 'alert') return { alert: answer.end.alert }
  return agreedOf(reading, answer.end.kind)
}

/** RFC 8446 §9.1 */
const firstGroups = [29, 23]

type Reading = {
  readonly reader: Flight13Reader
  readonly secrets: HandshakeSecrets
  readonly transcript: readonly Buffer[]
}

/** The keys, as soon as the ServerHello is there. */
function startReading({ hello, helloOctets }: Flight, before: readonly Buffer[], shares: readonly OwnShare[]): Reading {
  const suite = suite13(hello?.suite ?? 0)
  const own = shares.find(({ group }) => group === hello?.group)
  if (!hello?.share || helloOctets === null || suite === null || own === undefined)
    throw new MalformedTls('the ServerHello has no share that fits ours')
  const transcript = [...before, helloOctets]
  const secrets = handshakeSecrets(suite, sharedBy(own, hello.share), transcript)
  return { reader: createFlight13Reader(secrets.server), secrets, transcript }
}

function sharedBy(own: OwnShare, theirs: Buffer): Buffer {
  try {
    return own.agree(theirs)
  } catch {
    throw new MalformedTls('the share of the server is no key of its group')
  }
}

function agreedOf(reading: Reading | null, end: string): Agreed {
  if (reading === null) throw new MalformedTls(`no ServerHello came (${end})`)
  const { reader, secrets, transcript } = reading
  return { secrets, transcript, flight13: reader.flight }
}

const suite13 = (id: number): Suite13 | null => openableSuites.find((suite) => suite.id === id) ?? null

const inRecord = (hello: Buffer): Buffer => records(contentType.handshake, helloRecordVersion('TLSv1.3'), hello)
