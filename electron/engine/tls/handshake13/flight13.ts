// What TLS 1.3 hides behind the ServerHello, read with the keys of the handshake: certificates, what they sign with, what is asked
// of us. Nothing is verified: the scan tells what a server shows, not whether it is true.
import { type CertificateRequest, parseCertificateRequest13 } from '../wire/certificate-request.ts'
import { parseCertificates13 } from '../wire/certificates.ts'
import type { SealedRecord } from '../wire/flight.ts'
import { createMessageJoiner, type HandshakeMessage, messageType } from '../wire/messages.ts'
import { MalformedTls, OctetReader } from '../wire/octets.ts'
import { contentType } from '../wire/records.ts'
import { createOpener, type Secret } from './keys.ts'

export type Flight13 = {
  certificates: readonly Buffer[]
  staple: Buffer | null
  /** The scheme of the CertificateVerify; null where it did not come. */
  signature: number | null
  certificateRequest: CertificateRequest | null
  /** All messages up to the server's Finished, for the transcript. */
  messages: Buffer[]
  isFinished: boolean
  /** Why the server refuses after all; null where it does not. */
  alert: number | null
}

export type Flight13Reader = {
  readonly flight: Flight13
  /** All records so far; those that were taken before are passed over. Throws MalformedTls where one cannot be opened or read. */
  take(sealed: readonly SealedRecord[]): void
}

export function createFlight13Reader(server: Secret): Flight13Reader {
  const open = createOpener(server)
  const joiner = createMessageJoiner()
  const flight = emptyFlight()
  let taken = 0

  const takeRecord = ({ header, fragment }: SealedRecord) => {
    const opened = open(header, fragment)
    if (opened === null) throw new MalformedTls('a record cannot be opened with the keys of the handshake')
    if (opened.type === contentType.alert) flight.alert = opened.content.at(1) ?? null
    if (opened.type !== contentType.handshake) return
    joiner.push(opened.content)
    for (let message = joiner.next(); message !== null; message = joiner.next()) takeMessage(flight, message)
  }

  return {
    flight,
    take(sealed) {
      // Behind the Finished other keys are in use.
      for (; taken < sealed.length && !flight.isFinished && flight.alert === null; taken += 1) {
        const record = sealed[taken]
        if (record !== undefined) takeRecord(record)
      }
    },
  }
}

const emptyFlight = (): Flight13 => ({
  certificates: [],
  staple: null,
  signature: null,
  certificateRequest: null,
  messages: [],
  isFinished: false,
  alert: null,
})

function takeMessage(flight: Flight13, { type, body, octets }: HandshakeMessage): void {
  flight.messages.push(octets)
  if (type === messageType.certificate) {
    const { chain, staple } = parseCertificates13(body)
    flight.certificates = chain
    flight.staple = staple
  } else if (type === messageType.certificateVerify) {
    flight.signature = new OctetReader(body, 'the CertificateVerify').uint16()
  } else if (type === messageType.certificateRequest) flight.certificateRequest = parseCertificateRequest13(body)
  else if (type === messageType.finished) flight.isFinished = true
}
