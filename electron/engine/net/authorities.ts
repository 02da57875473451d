// Who is trusted to sign certificates: the authorities of Node and of the system. Those that a profile adds come in secure-context.ts.
import { X509Certificate } from 'node:crypto'
import { getCACertificates } from 'node:tls'

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
