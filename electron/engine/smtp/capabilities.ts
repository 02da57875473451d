// What a server offers, read from its reply to EHLO (RFC 5321 §4.1.1.1), and questions about it.
import type { Capability } from '#shared/values/capability.ts'
import type { Reply } from '#shared/values/reply.ts'

/** The first line is the greeting and never a keyword; every other line is kept as sent, known or not. */
export function parseCapabilities(reply: Reply): Capability[] {
  const lines = reply.text.split('\n').slice(1)
  return lines.map(parseCapability).filter((capability) => capability.keyword !== '')
}

/** `keyword` in upper case; of two that are the same, the first counts. */
export function findCapability(capabilities: readonly Capability[], keyword: string): Capability | null {
  return byKeyword(capabilities).get(keyword) ?? null
}

export function offers(capabilities: readonly Capability[], keyword: string): boolean {
  return findCapability(capabilities, keyword) !== null
}

/** SASL mechanisms in the server's order, in upper case; the form `AUTH=LOGIN` of old servers is read as well. */
export function authMechanisms(capabilities: readonly Capability[]): string[] {
  const names = capabilities.flatMap(({ keyword, parameters }) => {
    if (/^AUTH$/i.test(keyword)) return parameters
    return /^AUTH=/i.test(keyword) ? [keyword.slice('AUTH='.length), ...parameters] : []
  })
  return [...new Set(names.map((name) => name.toUpperCase()))].filter((name) => name !== '')
}

/** Octets a mail may have (RFC 1870 §4); null for no limit, not offered, or a figure that limits nothing. */
export function sizeLimit(capabilities: readonly Capability[]): number | null {
  const figure = findCapability(capabilities, 'SIZE')?.parameters[0] ?? ''
  const limit = /^\d+$/.test(figure) ? Number(figure) : 0
  return limit > 0 && Number.isSafeInteger(limit) ? limit : null
}

/** Each mail asks about every extension; the list it asks is that of its session. */
const tables = new WeakMap<readonly Capability[], ReadonlyMap<string, Capability>>()

function byKeyword(capabilities: readonly Capability[]): ReadonlyMap<string, Capability> {
  const known = tables.get(capabilities)
  if (known !== undefined) return known
  const table = new Map(capabilities.toReversed().map((capability) => [capability.keyword.toUpperCase(), capability]))
  tables.set(capabilities, table)
  return table
}

function parseCapability(line: string): Capability {
  const [keyword = '', ...parameters] = line.split(/[ \t]+/).filter((word) => word !== '')
  return { keyword, parameters }
}
