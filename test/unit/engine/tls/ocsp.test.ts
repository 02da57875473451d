// OCSP answers as `openssl ocsp` made them for an authority of a test; what it says of them is in the names.
import { expect, test } from 'vitest'
import { parseStaple } from '../../../../electron/engine/tls/wire/ocsp.ts'
import { issue } from '../../../fakes/certificates.ts'
import { certificateStatus, certificates, helloDone, inRecord, serverHello } from '../../../fakes/tls-messages.ts'
import { tlsResponder } from '../../../fakes/tls-responder.ts'
import { scanPort } from '../../../fakes/tls-scan.ts'

const good =
  'MIH7CgEAoIH1MIHyBgkrBgEFBQcwAQEEgeQwgeEwgYihDjAMMQowCAYDVQQDDAFBGA8yMDI2MTEyMzE4MTQyNFowZTBjMDswCQYFKw4DAhoFAAQU/OhJwpUj5+y8RDQC/Bhxwo/pA1EEFAJ5Nbe+2l5Chk+8ao2LQuTLPancAgIQAIAAGA8yMDI2MTEyMzE4MTQyNFqgERgPMjAyNjExMzAxODE0MjRaMAoGCCqGSM49BAMCA0gAMEUCIQCQoaslq7rPaNFG6EluxLOYTcuZR1/DTXUtwap+vTKn8gIgHMColN5aSLK+GhWAEqC1jIecZm1wp1PRtRWukrkLQzk='
const revoked =
  'MIIBEwoBAKCCAQwwggEIBgkrBgEFBQcwAQEEgfowgfcwgZ6hDjAMMQowCAYDVQQDDAFBGA8yMDI2MTEyMzE4MTQyNFowezB5MDswCQYFKw4DAhoFAAQU/OhJwpUj5+y8RDQC/Bhxwo/pA1EEFAJ5Nbe+2l5Chk+8ao2LQuTLPancAgIQAaEWGA8yMDI2MDEwMTAwMDAwMFqgAwoBARgPMjAyNjExMjMxODE0MjRaoBEYDzIwMjYxMTMwMTgxNDI0WjAKBggqhkjOPQQDAgNIADBFAiEAm4taAqDK9kedy6ql2KayG3wSbUd19HeGQjdw1bdBJtACIB20hrIuGdjGIEAnI7iFnR1LF9/1qidrmItclbHE8B9q'
const unknown =
  'MIH7CgEAoIH1MIHyBgkrBgEFBQcwAQEEgeQwgeEwgYihDjAMMQowCAYDVQQDDAFBGA8yMDI2MTEyMzE4MTQyNFowZTBjMDswCQYFKw4DAhoFAAQU/OhJwpUj5+y8RDQC/Bhxwo/pA1EEFAJ5Nbe+2l5Chk+8ao2LQuTLPancAgIQAoIAGA8yMDI2MTEyMzE4MTQyNFqgERgPMjAyNjExMzAxODE0MjRaMAoGCCqGSM49BAMCA0gAMEUCIQCao88kLIZ3pxvQIEV3bLSLS2aEnRG2C2FXLJvkkSb6PwIgHeJvabXqGWIN6jR7NwnghXoleLfceyDqtkXkPgi8d7w='
const byKey =
  'MIHvCgEAoIHpMIHmBgkrBgEFBQcwAQEEgdgwgdUwfaIWBBQCeTW3vtpeQoZPvGqNi0Lkyz2p3BgPMjAyNjExMjMxODE0MjVaMFIwUDA7MAkGBSsOAwIaBQAEFPzoScKVI+fsvEQ0AvwYccKP6QNRBBQCeTW3vtpeQoZPvGqNi0Lkyz2p3AICEACAABgPMjAyNjExMjMxODE0MjVaMAoGCCqGSM49BAMCA0gAMEUCIFyqFsh1AJpGtvbStZRmnPzYyylQxvp20OgUJa++dug+AiEAjgD7c6VwD7zG6e4J5g1mxWKpQeHLKmU8pH+CFyXLu5E='
/** Status 6: unauthorized. */
const refused = 'MAMKAQY='

const week = { thisUpdate: '2026-11-23T18:14:24.000Z', nextUpdate: '2026-11-30T18:14:24.000Z' }

test.each([
  ['good', good, { status: 'good', ...week }],
  ['revoked', revoked, { status: 'revoked', ...week }],
  ['unknown', unknown, { status: 'unknown', ...week }],
  [
    'good, by a responder that is named by its key, without an end',
    byKey,
    { status: 'good', thisUpdate: '2026-11-23T18:14:25.000Z', nextUpdate: null },
  ],
  ['a refusal', refused, { status: 'unreadable', thisUpdate: null, nextUpdate: null }],
])('%s', (_, base64, wanted) => {
  expect(parseStaple(Buffer.from(base64, 'base64'))).toEqual(wanted)
})

test('an answer that is cut short is unreadable', () => {
  const der = Buffer.from(good, 'base64')
  const cut = Array.from({ length: der.length - 1 }, (_, length) => parseStaple(der.subarray(0, length)).status)
  expect(new Set(cut)).toEqual(new Set(['unreadable']))
})

test('what a server staples is told beside its chain', async () => {
  const { certificate } = await issue({ name: 'mx.example' })
  const der = Buffer.from(certificate.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  const flight = (version: number) =>
    inRecord(
      serverHello({ version, suite: 0xc02f }),
      certificates(der),
      certificateStatus(Buffer.from(revoked, 'base64')),
      helloDone,
    )
  await using server = await tlsResponder((hello) => (hello.versions.length > 0 ? 'close' : flight(0x0303)))
  const { result } = await scanPort(server.port, { profile: 'quick' })
  expect(result.certificates.map(({ staple }) => staple)).toEqual([{ status: 'revoked', ...week }])
})
