// Rows 6 to 27 of the table of error explanations: codes of the system and of both TLS libraries, each with its kind and its title.
import { expect, test } from 'vitest'
import { explainFailure } from '#shared/explain/failures.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import { handshakeKindOf } from '../../../../electron/engine/net/handshake-codes.ts'
import { failureKindOf } from '../../../../electron/engine/net/system-errors.ts'
import { smtpError } from '../../../../electron/engine/smtp-error.ts'

test.each<[row: number, code: string, kind: FailureKind]>([
  [6, 'ECONNREFUSED', 'connection-refused'],
  [7, 'ETIMEDOUT', 'connection-timed-out'],
  [9, 'EHOSTUNREACH', 'host-unreachable'],
  [9, 'ENETUNREACH', 'host-unreachable'],
  [10, 'EACCES', 'connection-forbidden'],
  [10, 'EPERM', 'connection-forbidden'],
  [11, 'ECONNRESET', 'connection-lost'],
  [11, 'EPIPE', 'connection-lost'],
])('row %i: the system says %s, which is %s', (_row, code, kind) => {
  expect(failureKindOf(Object.assign(new Error(code), { code }))).toBe(kind)
})

const noCipher = 'There is no cipher in common'
const tooOld = 'The server’s TLS is too old'
const noTls = 'This port does not speak TLS from the start'
const wantsCertificate = 'The server wants to know who we are'
const tooWeak = 'The certificate is too weak'
const notForServers = 'The certificate is not made for a server'

test.each<[row: number, code: string, title: string]>([
  [14, 'ERR_SSL_WRONG_VERSION_NUMBER', noTls],
  [14, 'ERR_SSL_PACKET_LENGTH_TOO_LONG', noTls],
  [14, 'ERR_SSL_HTTP_REQUEST', noTls],
  [15, 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', tooOld],
  [15, 'ERR_SSL_UNSUPPORTED_PROTOCOL', tooOld],
  [15, 'ERR_SSL_NO_PROTOCOLS_AVAILABLE', tooOld],
  [16, 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', noCipher],
  [16, 'ERR_SSL_SSL/TLS_ALERT_HANDSHAKE_FAILURE', noCipher],
  [16, 'ERR_SSL_HANDSHAKE_FAILURE_ON_CLIENT_HELLO', noCipher],
  [16, 'ERR_SSL_NO_SHARED_CIPHER', noCipher],
  [16, 'ERR_SSL_NO_COMMON_SIGNATURE_ALGORITHMS', noCipher],
  [16, 'ERR_SSL_DH_KEY_TOO_SMALL', 'The server’s key exchange is too weak'],
  [16, 'ERR_SSL_TLSV1_UNRECOGNIZED_NAME', 'The server does not know this name'],
  [17, 'ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', 'The server cannot use its own key'],
  [18, 'ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED', 'The server’s TLS software is very old'],
  [25, 'ERR_SSL_EE_KEY_TOO_SMALL', tooWeak],
  [25, 'ERR_SSL_CA_MD_TOO_WEAK', tooWeak],
  [26, 'ERR_SSL_KEY_USAGE_BIT_INCORRECT', notForServers],
  [27, 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', wantsCertificate],
  [27, 'ERR_SSL_TLSV1_ALERT_CERTIFICATE_REQUIRED', wantsCertificate],
])('row %i: the TLS library says %s: “%s”', (_row, code, title) => {
  const { failure } = smtpError(handshakeKindOf(code), 'tls', '', { facts: { host: 'mx.example', reason: code } })
  expect(explainFailure(failure, 'en').title).toBe(title)
})
