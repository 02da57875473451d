// Whatever a peer sends, reading it ends with a value, in bounds.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keyExchangeForm } from '../../../../electron/engine/tls/registry/key-exchange-form.ts'
import { parseAlert } from '../../../../electron/engine/tls/wire/alerts.ts'
import {
  parseCertificateRequest,
  parseCertificateRequest13,
} from '../../../../electron/engine/tls/wire/certificate-request.ts'
import {
  parseCertificateStatus,
  parseCertificates,
  parseCertificates13,
} from '../../../../electron/engine/tls/wire/certificates.ts'
import { createFlightReader } from '../../../../electron/engine/tls/wire/flight.ts'
import { parseKeyExchange } from '../../../../electron/engine/tls/wire/key-exchange.ts'
import { parseStaple } from '../../../../electron/engine/tls/wire/ocsp.ts'
import { MalformedTls } from '../../../../electron/engine/tls/wire/octets.ts'
import { parseServerHello } from '../../../../electron/engine/tls/wire/server-hello.ts'
import { parseSessionTicket } from '../../../../electron/engine/tls/wire/session-ticket.ts'
import { parseSslv2 } from '../../../../electron/engine/tls/wire/sslv2.ts'
import { ecdheKeyExchange, handshake, helloDone, inRecord, serverHello } from '../../../fakes/tls-messages.ts'

const octets = fc.uint8Array({ maxLength: 400 }).map((array) => Buffer.from(array))

function readAll(chunks: readonly Buffer[]) {
  const reader = createFlightReader(keyExchangeForm)
  for (const chunk of chunks) reader.push(chunk)
  const { flight, end } = reader
  return { ...flight, end }
}

test('garbage is read to an end, never to an exception', () => {
  fc.assert(fc.property(fc.array(octets, { maxLength: 5 }), (chunks) => void readAll(chunks)))
})

test('a sound flight with one octet changed is read to an end', () => {
  const sound = inRecord(
    serverHello({ suite: 0xc02f, extensions: [[23, Buffer.alloc(0)]] }),
    ecdheKeyExchange(29, 0x0804),
    helloDone,
  )
  fc.assert(
    fc.property(fc.nat(sound.length - 1), fc.integer({ min: 1, max: 255 }), (index, flip) => {
      const changed = Buffer.from(sound)
      changed.writeUInt8(changed.readUInt8(index) ^ flip, index)
      readAll([changed])
    }),
    { numRuns: 400 },
  )
})

test('how octets are cut changes nothing', () => {
  const sound = inRecord(serverHello({ suite: 0x1301 }), helloDone)
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(sound.length), { maxLength: 6 }), octets, (cuts, rest) => {
      const all = Buffer.concat([sound, rest])
      const places = [0, ...cuts.toSorted((one, other) => one - other), all.length]
      const chunks = places.slice(1).map((end, index) => all.subarray(places[index], end))
      expect(readAll(chunks)).toEqual(readAll([all]))
    }),
  )
})

test('messages of garbage behind a sound ServerHello are read to an end', () => {
  const message = fc.tuple(fc.constantFrom(4, 8, 11, 12, 13, 14, 15, 20, 22, 99), octets)
  fc.assert(
    fc.property(fc.constantFrom(0xc02f, 0x009e, 0x0034, 0x1301), fc.array(message, { maxLength: 6 }), (suite, rest) => {
      readAll([inRecord(serverHello({ suite }), ...rest.map(([type, body]) => handshake(type, body)))])
    }),
  )
})

test.each<[string, (garbage: Buffer) => unknown]>([
  ['ServerHello', parseServerHello],
  ['Certificate', parseCertificates],
  ['CertificateStatus', parseCertificateStatus],
  ['CertificateRequest of TLS 1.2', (garbage) => parseCertificateRequest(garbage, 0x0303)],
  ['CertificateRequest of TLS 1.1', (garbage) => parseCertificateRequest(garbage, 0x0302)],
  ['alert', parseAlert],
  ['ServerKeyExchange', (garbage) => parseKeyExchange(garbage, { by: 'dhe', isSigned: true, hasHint: false }, 0x0303)],
  [
    'ServerKeyExchange with a hint',
    (garbage) => parseKeyExchange(garbage, { by: 'ecdhe', isSigned: false, hasHint: true }, 0x0303),
  ],
  ['Certificate of TLS 1.3', parseCertificates13],
  ['CertificateRequest of TLS 1.3', parseCertificateRequest13],
  ['NewSessionTicket', parseSessionTicket],
  ['SSLv2', parseSslv2],
])('%s: garbage is malformed or a value', (_, parse) => {
  fc.assert(
    fc.property(octets, (garbage) => {
      try {
        parse(garbage)
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedTls)
      }
    }),
  )
})

test('a garbage OCSP answer is unreadable', () => {
  fc.assert(fc.property(octets, (garbage) => parseStaple(garbage).status !== 'good'))
})
