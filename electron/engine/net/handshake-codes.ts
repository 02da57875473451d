// What the TLS library says of a handshake that failed, as a kind of failure. Codes of OpenSSL, and of BoringSSL, which Electron carries.
import type { FailureKind } from '#shared/values/failure.ts'
import { clientCertificateAlert } from './tls-alerts.ts'

export function handshakeKindOf(code: string): FailureKind {
  if (clientCertificateAlert(code) !== null) return 'client-certificate-refused'
  return kinds.find(([pattern]) => pattern.test(code))?.[1] ?? 'tls-handshake-failed'
}

const kinds: readonly [RegExp, FailureKind][] = [
  [
    /WRONG_VERSION_NUMBER|PACKET_LENGTH_TOO_LONG|HTTP_REQUEST|UNKNOWN_PROTOCOL|RECORD_OVERFLOW|INVALID_RECORD/,
    'tls-not-spoken',
  ],
  [/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|VERSION_TOO_LOW/, 'tls-version-unsupported'],
]
