// Channel bindings: what ties a login to the one TLS connection it happens on (RFC 5056), so that nobody between can pass it on.
import { createHash } from 'node:crypto'
import type { TlsDetail } from '#shared/values/tls.ts'

export type ChannelBinding = { readonly name: 'tls-exporter' | 'tls-server-end-point'; readonly data: Buffer }

/** The flag of RFC 5802 §6. */
export type Binding =
  /** `n`: we cannot bind, or the server told that it could and this mechanism does not. */
  | { readonly kind: 'none' }
  /** `y`: we could bind, and the server does not seem to. A server that does ends the login: its list was changed on the way. */
  | { readonly kind: 'not-offered' }
  /** `p` */
  | ({ readonly kind: 'bound' } & ChannelBinding)

/** Keying material of the connection (RFC 5705); null where there is none that is unique (RFC 9266 §4.2). */
export type ExportKey = (length: number, label: string) => Buffer | null

/** The best one first; none without TLS. */
export function channelBindings(tls: TlsDetail | null, exportKey: ExportKey): ChannelBinding[] {
  if (tls === null) return []
  // RFC 9266 §2
  const exported = exportKey(32, 'EXPORTER-Channel-Binding')
  const endPoint = endPointOf(tls)
  return [
    ...(exported === null ? [] : [{ name: 'tls-exporter', data: exported } as const]),
    ...(endPoint === null ? [] : [{ name: 'tls-server-end-point', data: endPoint } as const]),
  ]
}

/** RFC 5802 §6: `y` is never said to a server that offers any -PLUS form, for it would take that for a changed list. */
export function bindingFor(
  chosen: ChannelBinding | null,
  { offered, canBind }: { readonly offered: readonly string[]; readonly canBind: boolean },
): Binding {
  if (chosen !== null) return { kind: 'bound', ...chosen }
  return canBind && !offered.some((name) => name.endsWith('-PLUS')) ? { kind: 'not-offered' } : { kind: 'none' }
}

/** RFC 5929 §4.1: the certificate, by the hash of its signature, and by SHA-256 where that is a weak one. */
function endPointOf({ chain }: TlsDetail): Buffer | null {
  const leaf = chain[0]
  const hash = leaf === undefined ? null : hashOf(leaf.signatureAlgorithm)
  if (leaf === undefined || hash === null) return null
  const der = Buffer.from(leaf.pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')
  return createHash(hash).update(der).digest()
}

/** Null for signatures that name no hash: Ed25519, and RSA-PSS, which keeps it in its parameters. */
function hashOf(algorithm: string): string | null {
  const name = names[algorithm] ?? algorithm
  if (/md5|sha-?1(?!\d)/i.test(name)) return 'sha256'
  const size = /sha-?(224|256|384|512)/i.exec(name)?.[1]
  return size === undefined ? null : `sha${size}`
}

/** For platforms that know an algorithm by its number alone. */
const names: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
