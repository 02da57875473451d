// The CNAME chain inside an answer: from the name that was asked for to the one that has the records (RFC 1034 §3.6.2).
import { plainName } from './dns-name.ts'
import type { DnsRecord } from './record.ts'

/** Longer chains, and loops, end where they are. */
const longestChain = 16

/** The names that follow the first one, in their order; empty without an alias. */
export function aliasesOf(name: string, answers: readonly DnsRecord[]): string[] {
  const targets = new Map(
    answers.flatMap((record) => (record.type === 'CNAME' ? [[plainName(record.name), record.target] as const] : [])),
  )
  const chain: string[] = []
  for (let next = targets.get(plainName(name)); next !== undefined; next = targets.get(plainName(next))) {
    if (chain.length === longestChain || chain.some((seen) => plainName(seen) === plainName(next ?? ''))) return chain
    chain.push(next)
  }
  return chain
}
