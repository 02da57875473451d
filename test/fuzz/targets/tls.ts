// What TLS servers write to our scanner: records, the messages in them, what is sealed, and the certificates.
import { isDeepStrictEqual } from 'node:util'
import { extensionsOf } from '../../../electron/engine/diagnose/checks/certificate-extensions.ts'
import { faultsOfMark } from '../../../electron/engine/diagnose/records/mark-certificate.ts'
import { createFlight13Reader } from '../../../electron/engine/tls/handshake13/flight13.ts'
import { createSealer, openableSuites, type Secret } from '../../../electron/engine/tls/handshake13/keys.ts'
import { keyExchangeForm } from '../../../electron/engine/tls/registry/key-exchange-form.ts'
import { parseAlert } from '../../../electron/engine/tls/wire/alerts.ts'
import {
  parseCertificateRequest,
  parseCertificateRequest13,
} from '../../../electron/engine/tls/wire/certificate-request.ts'
import {
  parseCertificateStatus,
  parseCertificates,
  parseCertificates13,
} from '../../../electron/engine/tls/wire/certificates.ts'
import { createFlightReader } from '../../../electron/engine/tls/wire/flight.ts'
import { parseKeyExchange } from '../../../electron/engine/tls/wire/key-exchange.ts'
import { parseStaple } from '../../../electron/engine/tls/wire/ocsp.ts'
import { MalformedTls } from '../../../electron/engine/tls/wire/octets.ts'
import { contentType } from '../../../electron/engine/tls/wire/records.ts'
import { parseServerHello } from '../../../electron/engine/tls/wire/server-hello.ts'
import { parseSessionTicket } from '../../../electron/engine/tls/wire/session-ticket.ts'
import { parseSslv2 } from '../../../electron/engine/tls/wire/sslv2.ts'
import {
  alert,
  block16,
  certificateRequest,
  certificateStatus,
  certificates,
  handshake,
  helloDone,
  inRecord,
  number16,
  record,
  retryRandom,
  serverHello,
} from '../../fakes/tls-messages.ts'
import { assert, piecesOf, type Target } from '../target.ts'

/** For mx.example, with all the extensions that are read. */
const certificate = Buffer.from(
  'MIIB5DCCAYqgAwIBAgIUbm++nBi1huSi6CNbXjvnNyXjqykwCgYIKoZIzj0EAwIwFTETMBEGA1UEAwwKbXguZXhhbXBsZTAgFw0yNjExMzAxMjA4NTRaGA8yMTI2MTEwNjEyMDg1NFowFTETMBEGA1UEAwwKbXguZXhhbXBsZTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIqz5WeRGHzAqaRot7k5jpXSrVLeOK5SHfZnQDBkIOTSIJf1SR7nMF/rmn+5N2enR5ZJiM4ehcsm4plcW/K5IdmjgbUwgbIwHQYDVR0OBBYEFHiz1+8CxByutwa8n2bvZwOYS6/tMB8GA1UdIwQYMBaAFHiz1+8CxByutwa8n2bvZwOYS6/tMA8GA1UdEwEB/wQFMAMBAf8wIAYDVR0RBBkwF4IKbXguZXhhbXBsZYIJKi5leGFtcGxlMAsGA1UdDwQEAwIHgDAdBgNVHSUEFjAUBggrBgEFBQcDAQYIKwYBBQUHAx8wEQYIKwYBBQUHARgEBTADAgEFMAoGCCqGSM49BAMCA0gAMEUCIHhWSfwDJ4CSw3jz6uY2cMLIrztM5FO9GfAud2jErg/6AiEAnyeg2ZOzqiCvdWe88jOlj4im2xpCBoTDUn7Vf5bbVYI=',
  'base64',
)
const random = Buffer.alloc(32, 7)
const exchange = (...parts: readonly Uint8Array[]) =>
  handshake(12, Buffer.concat([...parts, number16(0x0804), block16(Buffer.alloc(64, 9))]))
const ecdhe = exchange(Buffer.from([3]), number16(29), Buffer.from([32]), random)
const dhe = exchange(block16(random), block16(Buffer.from([2])), block16(random))
const request = certificateRequest([0x0403, 0x0804], [Buffer.from('300d', 'hex')])
const hello = (suite: number) => serverHello({ suite, random, sessionId: random, extensions: [[23, Buffer.alloc(0)]] })
const retry = serverHello({
  suite: 0x1301,
  random: retryRandom,
  extensions: [
    [43, number16(0x0304)],
    [51, number16(29)],
  ],
})
const staple = certificateStatus(Buffer.from('30030a0106', 'hex'))

const flightOf = (chunks: readonly Buffer[]) => {
  const reader = createFlightReader(keyExchangeForm)
  for (const chunk of chunks) reader.push(chunk)
  return { ...reader.flight, end: reader.end }
}

export const tlsFlights: Target = {
  name: 'TLS records',
  share: 12,
  samples: [
    inRecord(hello(0xc02f), certificates(certificate), staple, ecdhe, request, helloDone),
    inRecord(hello(0x009e), certificates(certificate, certificate), dhe, helloDone),
    Buffer.concat([inRecord(retry), record(20, Buffer.from([1])), record(23, random)]),
    Buffer.concat([alert(112, 1), inRecord(hello(0x1301)), alert(40)]),
    Buffer.from('802e0400010002000000060010010080070000c0', 'hex'),
    Buffer.from('220 mx.example ESMTP\r\n'),
  ],
  check(input) {
    const whole = flightOf([input])
    const cut = flightOf(piecesOf(input))
    // Of what is no TLS as much is kept as came at once.
    const isForeign = whole.end?.kind === 'foreign' && cut.end?.kind === 'foreign'
    assert(isForeign || isDeepStrictEqual(whole, cut), 'how octets are cut changes nothing')
    const kept = [...(whole.certificates ?? []), ...whole.sealed.map(({ fragment }) => fragment)]
    assert(kept.reduce((sum, { length }) => sum + length, 0) <= input.length, 'no more is kept than came')
  },
}

const parsers: readonly ((body: Buffer) => unknown)[] = [
  parseServerHello,
  parseCertificates,
  parseCertificates13,
  parseCertificateStatus,
  (body) => parseCertificateRequest(body, 0x0303),
  (body) => parseCertificateRequest(body, 0x0301),
  parseCertificateRequest13,
  (body) => parseKeyExchange(body, { by: 'dhe', isSigned: true, hasHint: false }, 0x0303),
  (body) => parseKeyExchange(body, { by: 'ecdhe', isSigned: true, hasHint: true }, 0x0301),
  parseSessionTicket,
  parseSslv2,
  parseAlert,
  parseStaple,
]

const [suite] = openableSuites
const secret: Secret | null = suite === undefined ? null : { suite, octets: Buffer.alloc(32, 1) }
const header = 5

export const tlsMessages: Target = {
  name: 'TLS messages',
  share: 12,
  samples: [
    hello(0xc02f),
    certificates(certificate),
    staple,
    ecdhe,
    dhe,
    request,
    Buffer.from('000001000000000000010000', 'hex'),
  ],
  check(input) {
    for (const parse of parsers) for (const body of [input, input.subarray(4)]) malformedAtMost(() => parse(body))
    if (secret !== null) malformedAtMost(() => takeSealed(secret, input))
  },
}

/** What came sealed with the right key may be nonsense all the same. */
function takeSealed(server: Secret, content: Buffer): void {
  const sealed = createSealer(server)(contentType.handshake, content.subarray(0, 16_000))
  const reader = createFlight13Reader(server)
  reader.take([{ header: sealed.subarray(0, header), fragment: sealed.subarray(header) }])
}

function malformedAtMost(parse: () => unknown): void {
  try {
    parse()
  } catch (error) {
    if (!(error instanceof MalformedTls)) throw error
  }
}

export const shownCertificates: Target = {
  name: 'certificates',
  share: 4,
  samples: [certificate],
  check(input) {
    const block = (octets: Buffer) =>
      `-----BEGIN CERTIFICATE-----\n${octets.toString('base64')}\n-----END CERTIFICATE-----\n`
    extensionsOf(block(input))
    faultsOfMark(block(input) + block(certificate), ['mx.example'], new Date(0))
  },
}
