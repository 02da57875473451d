// Who is trusted to sign certificates: the authorities of Node, of the system, and those that a profile adds.
import { X509Certificate } from 'node:crypto'
import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls'
import { readPem } from './certificate.ts'

/**
 * The context for a handshake, null for Node's own. The system's authorities are left out here: reading them takes a
 * fifth of a second, and they are only asked when the others do not know the issuer (`systemAuthorities`).
 */
export function handshakeContext(authorities: string | null): SecureContext | null {
  if (authorities === null) return null
  if (last?.authorities !== authorities) {
    const extra = readPem(authorities).map(String)
    last = { authorities, context: createSecureContext({ ca: [...getCACertificates('default'), ...extra] }) }
  }
  return last.context
}

/** Making one costs forty milliseconds, and sessions of one profile follow each other. */
let last: { readonly authorities: string; readonly context: SecureContext } | null = null

/** What this computer trusts besides, for example the authority of a company. */
export const systemAuthorities = once(() => getCACertificates('system').flatMap(readOrSkip))
export const nodeAuthorities = once(() => getCACertificates('default').flatMap(readOrSkip))

/** They do not change while the program runs. */
function once(read: () => readonly X509Certificate[]): () => readonly X509Certificate[] {
  let found: readonly X509Certificate[] | null = null
  return () => {
    found ??= read()
    return found
  }
}

/** One certificate that this Node cannot read must not spoil the store. */
function readOrSkip(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)]
  } catch {
    return []
  }
}
