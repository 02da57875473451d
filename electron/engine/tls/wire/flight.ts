// The server's first flight, read out of octets however they were cut: what it chose and showed, or how it refused.
import { type Alert, isFatal, parseAlert } from './alerts.ts'
import { type CertificateRequest, parseCertificateRequest } from './certificate-request.ts'
import { parseCertificateStatus, parseCertificates } from './certificates.ts'
import { type KeyExchangeForm, parseKeyExchange, type ServerKeyExchange } from './key-exchange.ts'
import { createMessageJoiner, type HandshakeMessage, messageType } from './messages.ts'
import { MalformedTls } from './octets.ts'
import { contentType, createRecordSplitter, type RecordStep, type TlsRecord } from './records.ts'
import { parseServerHello, type ServerHello } from './server-hello.ts'
import { parseSslv2, type Sslv2Answer } from './sslv2.ts'

export type SealedRecord = { readonly header: Buffer; readonly fragment: Buffer }

/** What is known so far; null where it did not come, or not yet. */
export type Flight = {
  hello: ServerHello | null
  /** The ServerHello with its header, for the transcript of TLS 1.3. */
  helloOctets: Buffer | null
  certificates: readonly Buffer[] | null
  staple: Buffer | null
  keyExchange: ServerKeyExchange | null
  certificateRequest: CertificateRequest | null
  isDone: boolean
  /** Alerts that end nothing, such as `unrecognized_name` (RFC 6066 §3). */
  warnings: Alert[]
  /** What came encrypted, since TLS 1.3 hides all behind the ServerHello. */
  sealed: SealedRecord[]
  sslv2: Sslv2Answer | null
}

/** Why nothing more comes that could be read. */
export type FlightEnd =
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'foreign'; readonly octets: Buffer }
  | { readonly kind: 'malformed'; readonly reason: string }

export type FlightReader = {
  readonly flight: Flight
  readonly end: FlightEnd | null
  /** Octets taken in. */
  readonly received: number
  push(chunk: Buffer): void
}

/** A hundred certificates and more; the limit only guards memory. */
const maxFlight = 1024 * 1024

/** `formOf`: how a suite's ServerKeyExchange is laid out; null where there is none to read. */
export function createFlightReader(formOf: (suite: number) => KeyExchangeForm | null): FlightReader {
  const splitter = createRecordSplitter()
  const joiner = createMessageJoiner()
  const flight = emptyFlight()
  let end: FlightEnd | null = null
  let received = 0

  const readAll = () => {
    while (end === null) {
      const step = splitter.next()
      if (step.kind === 'more') return
      end = takeStep(flight, step, (fragment) => {
        joiner.push(fragment)
        for (let message = joiner.next(); message !== null; message = joiner.next())
          takeMessage(flight, message, formOf)
      })
    }
  }

  return {
    flight,
    get end() {
      return end
    },
    get received() {
      return received
    },
    push(chunk) {
      received += chunk.length
      if (end !== null) return
      try {
        if (received > maxFlight) throw new MalformedTls(`the answer is longer than ${maxFlight} octets`)
        splitter.push(chunk)
        readAll()
      } catch (error) {
        if (!(error instanceof MalformedTls)) throw error
        end = { kind: 'malformed', reason: error.message }
      }
    },
  }
}

const emptyFlight = (): Flight => ({
  hello: null,
  helloOctets: null,
  certificates: null,
  staple: null,
  keyExchange: null,
  certificateRequest: null,
  isDone: false,
  warnings: [],
  sealed: [],
  sslv2: null,
})

type Step = Exclude<RecordStep, { kind: 'more' }>

function takeStep(flight: Flight, step: Step, takeFragment: (fragment: Buffer) => void): FlightEnd | null {
  if (step.kind === 'foreign') return { kind: 'foreign', octets: step.octets }
  if (step.kind === 'sslv2') {
    flight.sslv2 ??= parseSslv2(step.body)
    return null
  }
  return takeRecord(flight, step.record, step.header, takeFragment)
}

function takeRecord(
  flight: Flight,
  { type, fragment }: TlsRecord,
  header: Buffer,
  takeFragment: (fragment: Buffer) => void,
): FlightEnd | null {
  if (type === contentType.alert) {
    const alert = parseAlert(fragment)
    if (isFatal(alert) || alert.description === closeNotify) return { kind: 'alert', alert }
    flight.warnings.push(alert)
  } else if (type === contentType.handshake) takeFragment(fragment)
  else if (type === contentType.applicationData) flight.sealed.push({ header, fragment })
  return null
}

const closeNotify = 0

function takeMessage(
  flight: Flight,
  message: HandshakeMessage,
  formOf: (suite: number) => KeyExchangeForm | null,
): void {
  const { type, body, octets } = message
  if (type === messageType.serverHello) {
    if (flight.hello !== null) throw new MalformedTls('a second ServerHello came')
    flight.hello = parseServerHello(body)
    flight.helloOctets = octets
    return
  }
  if (flight.hello === null) throw new MalformedTls(`a handshake message of type ${type} came before the ServerHello`)
  const { version, suite } = flight.hello
  if (type === messageType.certificate) flight.certificates = parseCertificates(body)
  else if (type === messageType.certificateStatus) flight.staple = parseCertificateStatus(body)
  else if (type === messageType.certificateRequest) flight.certificateRequest = parseCertificateRequest(body, version)
  else if (type === messageType.serverHelloDone) flight.isDone = true
  else if (type === messageType.serverKeyExchange) {
    const form = formOf(suite)
    flight.keyExchange = form === null ? null : parseKeyExchange(body, form, version)
  }
}
