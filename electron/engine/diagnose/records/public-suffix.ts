// The organisation of a domain by the public suffix list, as receivers find it that know RFC 7489 alone (its §3.2). Pure.
import { getDomain } from 'tldts'

/** Null for what is a public suffix itself. */
export const organisationByList = (domain: string): string | null => getDomain(domain, { allowPrivateDomains: true })
