// SIZE (RFC 1870): the mail's octets are told beforehand, and a mail that is too large is not even begun.
import { formatOctets } from '#shared/explain/octets.ts'
import type { Capability } from '#shared/values/capability.ts'
import { sizeLimit } from '../capabilities.ts'
import type { Extension, Refusal } from './extension.ts'

export const size: Extension = {
  keyword: 'SIZE',
  rfc: 'RFC 1870 §6',
  asks: () => true,
  mail: ({ mail }) => [`SIZE=${mail.size}`],
  beyond: ({ host, mail, capabilities }) => tooLarge(host, mail.size, capabilities),
}

function tooLarge(host: string, octets: number, capabilities: readonly Capability[]): Refusal | null {
  const limit = sizeLimit(capabilities)
  if (limit === null || octets <= limit) return null
  const message = `The mail has ${octets} octets, and ${host} takes at most ${limit}.`
  const facts = { size: formatOctets(octets, 'en'), limit: formatOctets(limit, 'en') }
  return { kind: 'mail-too-large', message, facts }
}
