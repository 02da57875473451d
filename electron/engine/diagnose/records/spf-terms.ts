// The text of an SPF record, term by term (RFC 7208 §4.6, §12). Pure; nothing is looked up.
import { ipFamily } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'

export const mechanisms = ['all', 'include', 'a', 'mx', 'ptr', 'ip4', 'ip6', 'exists'] as const
export type Mechanism = (typeof mechanisms)[number]

type Place = {
  readonly text: string
  /** From 1. */
  readonly column: number
}
export type SpfMechanism = Place & {
  readonly kind: 'mechanism'
  readonly qualifier: '+' | '-' | '~' | '?'
  readonly name: Mechanism
  /** A domain, or the address of ip4 and ip6; null where the record's own domain is meant. */
  readonly target: string | null
  /** Bits of the network, where they are told: of ip4 and ip6, and for IPv4 senders of a and mx. */
  readonly prefix: number | null
  /** For IPv6 senders of a and mx. */
  readonly prefix6: number | null
}
export type SpfModifier = Place & { readonly kind: 'modifier'; readonly name: string; readonly value: string }
export type SpfTerm = SpfMechanism | SpfModifier | (Place & { readonly kind: 'invalid'; readonly reason: Words })

/** RFC 7208 §4.5: the version ends in a space or the record. */
export const isSpf = (text: string): boolean => /^v=spf1(?: |$)/i.test(text)

export function readSpf(record: string): SpfTerm[] {
  const version = 'v=spf1'.length
  return [...record.slice(version).matchAll(/[^ ]+/g)].map(({ 0: text, index }) => readTerm(text, index + version + 1))
}

function readTerm(text: string, column: number): SpfTerm {
  const [, modifier, value] = /^([a-z][\w.-]*)=(.*)$/i.exec(text) ?? []
  if (modifier !== undefined && value !== undefined)
    return readModifier(modifier.toLowerCase(), value, { text, column })
  const [, sign = '', word = '', rest = ''] = /^([-+~?]?)([a-z][\w.-]*)?(.*)$/i.exec(text) ?? []
  const name = mechanisms.find((known) => known === word.toLowerCase())
  if (name === undefined)
    return invalid({ text, column }, say('it is no mechanism of SPF', 'no es un mecanismo de SPF'))
  const qualifier = signs.find((known) => known === sign) ?? '+'
  const read = readArgument(name, rest)
  if (read === null)
    return invalid({ text, column }, say('what follows its name is wrong', 'lo que sigue al nombre es incorrecto'))
  return { kind: 'mechanism', qualifier, name, ...read, text, column }
}

const signs = ['+', '-', '~', '?'] as const

/** RFC 7208 §6: unknown modifiers are allowed, and say nothing. */
function readModifier(name: string, value: string, place: Place): SpfTerm {
  const isKnown = name === 'redirect' || name === 'exp'
  if (isKnown && !isDomainSpec(value)) return invalid(place, say('it names no domain', 'no nombra un dominio'))
  if (!isMacroString(value)) return invalid(place, say('its value is wrong', 'su valor es incorrecto'))
  return { kind: 'modifier', name, value, ...place }
}

type Argument = Pick<SpfMechanism, 'target' | 'prefix' | 'prefix6'>

function readArgument(name: Mechanism, rest: string): Argument | null {
  if (name === 'all') return rest === '' ? { target: null, prefix: null, prefix6: null } : null
  if (name === 'ip4' || name === 'ip6') return readNetwork(rest, name === 'ip4' ? 4 : 6)
  const [, domain, bits4, bits6] = /^(?::(.*?))?(?:\/(0|[1-9]\d?))?(?:\/\/(0|[1-9]\d{0,2}))?$/.exec(rest) ?? [
    null,
    null,
  ]
  if (domain === null) return null
  if (domain !== undefined && !isDomainSpec(domain)) return null
  const hasBits = bits4 !== undefined || bits6 !== undefined
  if (hasBits && name !== 'a' && name !== 'mx') return null
  if (Number(bits4 ?? 0) > 32 || Number(bits6 ?? 0) > 128) return null
  if (domain === undefined && (name === 'include' || name === 'exists')) return null
  return { target: domain ?? null, prefix: numberOf(bits4), prefix6: numberOf(bits6) }
}

function readNetwork(rest: string, family: 4 | 6): Argument | null {
  const [, address = '', bits] = /^:([^/]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(rest) ?? []
  const most = family === 4 ? 32 : 128
  if (ipFamily(address) !== family || Number(bits ?? 0) > most) return null
  return { target: address, prefix: bits === undefined ? most : Number(bits), prefix6: null }
}

const numberOf = (digits: string | null | undefined): number | null => (digits == null ? null : Number(digits))

/** RFC 7208 §7.1: visible ASCII, and macros that are whole. */
const isMacroString = (text: string): boolean =>
  /^(?:[\x21-\x24\x26-\x7e]|%[%_-]|%\{[slodiphv]\d*r?[-.+,/_=]*\})*$/i.test(text)

/** RFC 7208 §7.1: it ends in a macro, or in a label that may be the last one of a name. */
const isDomainSpec = (text: string): boolean =>
  isMacroString(text) && /(?:%\{[^{}]*\}|%[%_-]|\.(?:[a-z\d]*[a-z][a-z\d]*|[a-z\d]+-[a-z\d-]*[a-z\d])\.?)$/i.test(text)

/** Such a name depends on who sends, so it cannot be looked up beforehand. */
export const hasMacro = (text: string): boolean => text.includes('%')

const invalid = (place: Place, reason: Words): SpfTerm => ({ kind: 'invalid', ...place, reason })
