// The event that a handshake leaves in the log.
import type { TlsDetail } from '#shared/values/tls.ts'
import type { Tap } from './tap.ts'

export function tellTls(tap: Tap, detail: TlsDetail, milliseconds: number): void {
  const { version, cipher, authorized, keyExchange, chain, faults, dane } = detail
  const good = dane === undefined ? 'the certificate holds' : `the certificate is the one of the TLSA record ${dane}`
  const verdict = authorized ? good : 'the certificate does not hold'
  const sentences = [`${version} with ${cipher}; ${verdict}.`, ...faults.map(({ message }) => message)]
  tap.event('tls', sentences.join(' '), {
    version,
    cipher,
    authorized,
    keyExchange: keyExchange ?? '',
    sha256: chain[0]?.sha256 ?? '',
    subject: chain[0]?.subject ?? '',
    ...(dane === undefined ? {} : { dane }),
    ms: Math.round(milliseconds * 1000) / 1000,
  })
}
