// What a receiver makes of a sender by SPF: check_host() of RFC 7208 §4, with the terms that led to its result.
import { ipFamily, isDomain } from '#shared/address/index.ts'
import { plainName, reverseName } from '../../dns/index.ts'
import { type Answered, addressesOf, textsOf } from './answered.ts'
import type { Asker } from './asker.ts'
import { mxHostsOf } from './mail-hosts.ts'
import { isInNetwork } from './network.ts'
import { expandMacros, type SpfSender } from './spf-macros.ts'
import { isSpf, readSpf, type SpfMechanism, type SpfTerm } from './spf-terms.ts'

export type SpfResult = 'none' | 'neutral' | 'pass' | 'fail' | 'softfail' | 'temperror' | 'permerror'

export type SpfOutcome = {
  readonly result: SpfResult
  /** From the record of the domain to the term that decided: `shop.example: include:_spf.host.example`. */
  readonly path: readonly string[]
}

/** RFC 7208 §4.6.4 */
const mostLookups = 10
const mostVoid = 2
const mostNames = 10

/** Throws `stopped` alone. */
export function checkHost(domain: string, sender: SpfSender, asker: Asker): Promise<SpfOutcome> {
  const counts = { lookups: 0, voids: 0 }
  const take = (amount: 'lookups' | 'voids', most: number) => {
    counts[amount] += 1
    if (counts[amount] > most) throw new Broken('permerror')
  }
  return evaluate(plainName(domain), {
    sender: { ...sender, address: plainAddress(sender.address) },
    asker,
    look: () => take('lookups', mostLookups),
    empty: () => take('voids', mostVoid),
  })
}

/** RFC 7208 §5: an IPv4 address inside IPv6 is one of IPv4. */
const plainAddress = (address: string): string => /^::ffff:([\d.]+)$/i.exec(address)?.[1] ?? address

type Walk = {
  readonly sender: SpfSender
  readonly asker: Asker
  /** Counts a term that costs a lookup, and an answer that is empty; throws where there are too many. */
  readonly look: () => void
  readonly empty: () => void
}

/** Ends the evaluation of a record, wherever it is. */
class Broken extends Error {
  readonly result: 'temperror' | 'permerror'
  constructor(result: 'temperror' | 'permerror') {
    super(result)
    this.result = result
  }
}

async function evaluate(domain: string, walk: Walk): Promise<SpfOutcome> {
  // RFC 7208 §4.3
  if (!isDomain(domain) && !/^[\w.-]+$/.test(domain)) return { result: 'none', path: [] }
  const answer = await walk.asker.ask(domain, 'TXT')
  if (answer.failure !== null) return { result: 'temperror', path: [domain] }
  const [record, ...others] = textsOf(answer).filter(isSpf)
  if (record === undefined) return { result: 'none', path: [domain] }
  if (others.length > 0) return { result: 'permerror', path: [domain] }
  const terms = readSpf(record)
  // RFC 7208 §4.6: an error anywhere in the record is one before anything is evaluated.
  const broken = terms.find((term) => term.kind === 'invalid') ?? secondOf(terms)
  if (broken !== undefined) return { result: 'permerror', path: [`${domain}: ${broken.text}`] }
  return evaluateTerms(domain, terms, walk)
}

/** RFC 7208 §6: redirect and exp stand once at most. */
const secondOf = (terms: readonly SpfTerm[]): SpfTerm | undefined =>
  terms.find(
    (term, index) =>
      term.kind === 'modifier' &&
      (term.name === 'redirect' || term.name === 'exp') &&
      terms.slice(0, index).some((other) => other.kind === 'modifier' && other.name === term.name),
  )

async function evaluateTerms(domain: string, terms: readonly SpfTerm[], walk: Walk): Promise<SpfOutcome> {
  let place = domain
  try {
    for (const term of terms) {
      if (term.kind !== 'mechanism') continue
      place = `${domain}: ${term.text}`
      const match = await matches(domain, term, walk)
      if (match !== null) return { result: results[term.qualifier], path: [place, ...match] }
    }
    const redirect = terms.find((term) => term.kind === 'modifier' && term.name === 'redirect')
    if (redirect?.kind !== 'modifier') return { result: 'neutral', path: [domain] }
    place = `${domain}: ${redirect.text}`
    walk.look()
    const { result, path } = await evaluate(plainName(expandMacros(redirect.value, domain, walk.sender)), walk)
    // RFC 7208 §6.1
    return { result: result === 'none' ? 'permerror' : result, path: [place, ...path] }
  } catch (error) {
    if (error instanceof Broken) return { result: error.result, path: [place] }
    throw error
  }
}

const results = { '+': 'pass', '-': 'fail', '~': 'softfail', '?': 'neutral' } as const

/** The rest of the path where the sender is meant; null where it is not. */
async function matches(domain: string, term: SpfMechanism, walk: Walk): Promise<readonly string[] | null> {
  const { name, prefix } = term
  const { sender, look } = walk
  if (name === 'all') return []
  if (name === 'ip4' || name === 'ip6') return isInNetwork(sender.address, term.target ?? '', prefix) ? [] : null
  look()
  const target = term.target === null ? domain : plainName(expandMacros(term.target, domain, sender))
  if (name === 'include') return included(target, walk)
  const isMeant = await meansSender(term, target, walk)
  return isMeant ? [] : null
}

/** RFC 7208 §5.2 */
async function included(target: string, walk: Walk): Promise<readonly string[] | null> {
  const { result, path } = await evaluate(target, walk)
  if (result === 'temperror') throw new Broken('temperror')
  if (result === 'permerror' || result === 'none') throw new Broken('permerror')
  return result === 'pass' ? path : null
}

async function meansSender(term: SpfMechanism, target: string, walk: Walk): Promise<boolean> {
  switch (term.name) {
    case 'a':
      return hasAddress(term, await answered(target, familyType(walk), walk), walk)
    case 'mx':
      return anyMxHost(term, target, walk)
    case 'exists':
      // RFC 7208 §5.7: always A, whatever the sender uses.
      return addressesOf([await answered(target, 'A', walk)]).length > 0
    default:
      return hasNameBelow(target, walk)
  }
}

const familyType = ({ sender }: Walk) => (ipFamily(sender.address) === 6 ? 'AAAA' : 'A')

async function answered(name: string, type: 'A' | 'AAAA' | 'MX', { asker, empty }: Walk): Promise<Answered> {
  const answer = await asker.ask(name, type)
  if (answer.failure !== null) throw new Broken('temperror')
  if (answer.records.length === 0) empty()
  return answer
}

function hasAddress({ prefix, prefix6 }: SpfMechanism, answer: Answered, { sender }: Walk): boolean {
  const bits = ipFamily(sender.address) === 6 ? prefix6 : prefix
  return addressesOf([answer]).some((address) => isInNetwork(sender.address, address, bits))
}

async function anyMxHost(term: SpfMechanism, target: string, walk: Walk): Promise<boolean> {
  const answer = await answered(target, 'MX', walk)
  if (answer.records.length > mostNames) throw new Broken('permerror')
  for (const host of mxHostsOf(answer)) {
    const addresses = await walk.asker.ask(host, familyType(walk))
    if (addresses.failure !== null) throw new Broken('temperror')
    if (hasAddress(term, addresses, walk)) return true
  }
  return false
}

/** RFC 7208 §5.5: names of the address that lead back to it; where DNS fails, there are none. */
async function hasNameBelow(target: string, { sender, asker }: Walk): Promise<boolean> {
  const { records } = await asker.ask(reverseName(sender.address), 'PTR')
  const names = records.flatMap((record) => (record.type === 'PTR' ? [plainName(record.target)] : []))
  for (const name of names.slice(0, mostNames)) {
    if (name !== target && !name.endsWith(`.${target}`)) continue
    const answer = await asker.ask(name, ipFamily(sender.address) === 6 ? 'AAAA' : 'A')
    if (addressesOf([answer]).some((address) => isInNetwork(sender.address, address, null))) return true
  }
  return false
}
