// What a person typed, read: a domain, a host, host:port or a mail address.
import { hasControl, ipFamily, isDomain, literalAddress } from '#shared/address/index.ts'
import type { Failure } from '#shared/values/failure.ts'
import { smtpError } from '../smtp-error.ts'

export type ParsedTarget =
  /** The part after the @ of an address: its mail servers are meant. */
  | { readonly kind: 'domain'; readonly domain: string }
  /** A name that may be a domain with mail servers, or a server itself. */
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'host'; readonly host: string }
  | { readonly kind: 'endpoint'; readonly host: string; readonly port: number }
  | { readonly kind: 'invalid'; readonly failure: Failure }

export function parseTarget(text: string): ParsedTarget {
  const typed = text.trim()
  if (typed === '' || hasControl(typed) || /\s/.test(typed)) return invalidHost(typed)
  if (typed.includes('@')) return parseAddress(typed)
  if (ipFamily(typed) !== null) return { kind: 'host', host: typed }
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(typed) ?? []
  const host = bracketed === undefined ? plain?.replace(/\.$/, '') : hostInBrackets(bracketed)
  if (host === undefined || host === null || !isHost(host)) return invalidHost(typed)
  if (port !== undefined) return parseEndpoint(typed, host, Number(port))
  return ipFamily(host) === null ? { kind: 'name', name: host } : { kind: 'host', host }
}

const isHost = (host: string) => ipFamily(host) !== null || isDomain(host)
const hostInBrackets = (inner: string) => (ipFamily(inner) === null ? literalAddress(`[${inner}]`) : inner)

function parseAddress(typed: string): ParsedTarget {
  const at = typed.lastIndexOf('@')
  const domain = typed.slice(at + 1).replace(/\.$/, '')
  const literal = literalAddress(domain)
  if (at > 0 && literal !== null) return { kind: 'host', host: literal }
  if (at > 0 && isDomain(domain)) return { kind: 'domain', domain }
  const { failure } = smtpError('address-invalid', 'input', `“${shown(typed)}” is no mail address.`, {
    facts: { address: shown(typed) },
  })
  return { kind: 'invalid', failure }
}

function parseEndpoint(typed: string, host: string, port: number): ParsedTarget {
  return port >= 1 && port <= 65_535 ? { kind: 'endpoint', host, port } : invalidHost(typed)
}

function invalidHost(typed: string): ParsedTarget {
  const message =
    typed === ''
      ? 'No domain, host or address was given.'
      : `“${shown(typed)}” is neither a domain, a host, host:port nor an address.`
  return {
    kind: 'invalid',
    failure: smtpError('host-invalid', 'input', message, { facts: { host: shown(typed) } }).failure,
  }
}

const shown = (text: string) => JSON.stringify(text).slice(1, -1)
