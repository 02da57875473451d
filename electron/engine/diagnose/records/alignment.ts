// Whether two domains count as one for DMARC (RFC 9989 §4.4): the same, or of one organisation.
import { plainName } from '../../dns/index.ts'
import type { Asker } from './asker.ts'
import { organisationOf } from './dmarc-tree.ts'

/** `mode`: `s` for exactly the same. */
export async function isAligned(one: string, other: string, mode: string, asker: Asker): Promise<boolean> {
  if (plainName(one) === plainName(other)) return true
  if (mode.toLowerCase() === 's' || one === '') return false
  const [first, second] = await Promise.all([organisationOf(one, asker), organisationOf(other, asker)])
  return first === second
}
