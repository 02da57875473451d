// What a handshake is made with: authorities, versions, ciphers, and the certificate we show. Made once for sessions alike.

import { Duplex } from 'node:stream'
import {
  createSecureContext,
  getCACertificates,
  type SecureContext,
  type SecureContextOptions,
  TLSSocket,
} from 'node:tls'
import type { ClientKey, TlsChoice } from '#shared/values/tls-choice.ts'
import { tlsVersions } from '#shared/values/tls-versions.ts'
import { smtpError } from '../smtp-error.ts'
import { readPem } from './certificate.ts'
import { errorCode } from './system-errors.ts'

/** A certificate of ours with its key. `certificate`: PEM; a PKCS#12 file brings its own. */
export type ClientIdentity = { readonly certificate: string | null; readonly key: ClientKey }
type TlsTerms = Omit<TlsChoice, 'client'>

export type ContextWish = {
  /** PEM */
  readonly authorities: string | null
  /** Absent for no certificate of ours. */
  readonly client?: ClientIdentity
  /** Absent for the usual versions and ciphers. */
  readonly terms?: TlsTerms
}

/**
 * Null for Node's own. The system's authorities are left out here: reading them takes a fifth of a second, and they are
 * only asked when the others do not know the issuer. Throws `profile-invalid` for what cannot be used.
 */
export function handshakeContext({ authorities, client, terms }: ContextWish): SecureContext | null {
  const wish = JSON.stringify([authorities, client, terms])
  if (wish === usual || wish === usualInFull) return null
  if (last?.wish !== wish) last = { wish, context: make({ authorities, client, terms }) }
  return last.context
}

/** Making one costs forty milliseconds, and sessions of one profile follow each other. */
let last: { readonly wish: string; readonly context: SecureContext } | null = null

const usualTerms: TlsTerms = { minVersion: null, maxVersion: null, ciphers: null }
const usual = JSON.stringify([null, undefined, undefined])
const usualInFull = JSON.stringify([null, undefined, usualTerms])

/** The certificate that is shown with this key, PEM; throws `profile-invalid` where the two do not fit or cannot be read. */
export function shownCertificate(client: ClientIdentity): string {
  const secureContext = create(identityOptions(client), 'client certificate')
  const nowhere = new Duplex({ read() {}, write: (_octets, _encoding, done) => done() })
  const socket = new TLSSocket(nowhere, { secureContext })
  const certificate = socket.getX509Certificate()?.toString()
  socket.destroy()
  if (certificate === undefined) throw invalid('client certificate', 'there is no certificate in the file')
  return certificate
}

function make({
  authorities,
  client,
  terms = usualTerms,
}: { [name in keyof ContextWish]: ContextWish[name] | undefined }) {
  const identity = client === undefined ? {} : identityOptions(client)
  // Apart, so that the error names what is wrong.
  if (client !== undefined) create(identity, 'client certificate')
  const ca = authorities ? { ca: [...getCACertificates('default'), ...readPem(authorities).map(String)] } : {}
  return create({ ...ca, ...identity, ...versionOptions(terms), ...cipherOptions(terms) }, 'ciphers')
}

function identityOptions({ certificate, key }: ClientIdentity): SecureContextOptions {
  const passphrase = key.passphrase === null ? {} : { passphrase: key.passphrase }
  if (key.kind === 'pkcs12') return { pfx: Buffer.from(key.base64, 'base64'), ...passphrase }
  return { cert: certificate ?? '', key: key.pem, ...passphrase }
}

function versionOptions({ minVersion, maxVersion }: TlsTerms): SecureContextOptions {
  const rank = (version: TlsTerms['minVersion']) => (version === null ? -1 : tlsVersions.indexOf(version))
  if (minVersion !== null && maxVersion !== null && rank(minVersion) > rank(maxVersion))
    throw invalid('TLS version', `${minVersion} is newer than ${maxVersion}`)
  const isOldOnly = maxVersion === 'TLSv1' || maxVersion === 'TLSv1.1'
  const lowest = minVersion ?? (isOldOnly ? 'TLSv1' : null)
  return { ...(lowest === null ? {} : { minVersion: lowest }), ...(maxVersion === null ? {} : { maxVersion }) }
}

function cipherOptions({ ciphers, minVersion, maxVersion }: TlsTerms): SecureContextOptions {
  if (ciphers !== null) return { ciphers }
  const isOld = [minVersion, maxVersion].some((version) => version === 'TLSv1' || version === 'TLSv1.1')
  // OpenSSL 3 signs nothing for these versions unless told so; the BoringSSL of Electron does not know the word, nor needs it.
  return isOld && !isBoringSsl ? { ciphers: 'DEFAULT:@SECLEVEL=0' } : {}
}

const isBoringSsl = process.versions.electron !== undefined

function create(options: SecureContextOptions, field: string): SecureContext {
  try {
    return createSecureContext(options)
  } catch (cause) {
    throw invalid(field, reasonOf(cause), cause)
  }
}

/** Words of the TLS library, and what they mean where a person can do something about it. */
function reasonOf(cause: unknown): string {
  const words = cause instanceof Error ? cause.message : String(cause)
  if (/mac verify failure|bad decrypt|BAD_DECRYPT|bad password|interrupted or cancelled/i.test(words))
    return 'the passphrase is wrong or missing'
  if (/values mismatch/i.test(words)) return 'key and certificate do not belong together'
  if (/no cipher match/i.test(words)) return 'no cipher of that name is known'
  return errorCode(cause) || words
}

function invalid(field: string, reason: string, cause?: unknown) {
  const message = `The ${field} of the profile cannot be used: ${reason}.`
  return smtpError('profile-invalid', 'input', message, { facts: { field, reason }, cause })
}
