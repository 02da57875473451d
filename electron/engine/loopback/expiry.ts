// When the server certificate must be made anew.
import { X509Certificate } from 'node:crypto'
import type { Identity } from './authority.ts'

const renewalWindow = 30 * 24 * 60 * 60 * 1000

/** True within 30 days of its end, before its beginning (a clock set back), and when it cannot be read. */
export function isExpiring(identity: Identity, now: number = Date.now()): boolean {
  try {
    const { validFrom, validTo } = new X509Certificate(identity.certificate)
    return now < Date.parse(validFrom) || now > Date.parse(validTo) - renewalWindow
  } catch {
    return true
  }
}
