// An SPF record with all that it leads to: which names are looked up, how many that makes, and which of them are empty.
import type { Failure } from '#shared/values/failure.ts'
import { plainName } from '../../dns/index.ts'
import { type Answered, textsOf } from './answered.ts'
import type { Asker } from './asker.ts'
import { mxOf } from './mail-hosts.ts'
import { hasMacro, isSpf, readSpf, type SpfTerm } from './spf-terms.ts'

export type SpfNode = {
  readonly domain: string
  /** Its SPF records as they are: one, if all is well. */
  readonly records: readonly string[]
  /** Of the first record. */
  readonly terms: readonly SpfTerm[]
  readonly failure: Failure | null
  /** Terms that cost a lookup (RFC 7208 §4.6.4), with what they lead to. */
  readonly steps: readonly SpfStep[]
}

export type SpfStep = {
  readonly term: string
  /** The record of an include or redirect; null for others, and where it is not followed. */
  readonly node: SpfNode | null
  /** `loop`: it leads back to a record above it. `macro`: the name depends on who sends. `limit`: too many already. */
  readonly unfollowed: 'loop' | 'macro' | 'limit' | null
  /** Nothing is found there (RFC 7208 §4.6.4: a void lookup). */
  readonly isVoid: boolean
  /** Hosts of an `mx`. */
  readonly hosts: number
  readonly failure: Failure | null
}

/** RFC 7208 §4.6.4 allows 10; a little beyond it is followed, to show how far it goes. */
const mostFollowed = 40

export async function findSpf(domain: string, asker: Asker): Promise<SpfNode> {
  let left = mostFollowed
  const take = () => left-- > 0
  return nodeOf(domain, await asker.ask(domain, 'TXT'), { asker, take, above: [] })
}

type Walk = { readonly asker: Asker; readonly take: () => boolean; readonly above: readonly string[] }

async function nodeOf(domain: string, answer: Answered, walk: Walk): Promise<SpfNode> {
  const records = textsOf(answer).filter(isSpf)
  const terms = readSpf(records[0] ?? 'v=spf1')
  const below = { ...walk, above: [...walk.above, plainName(domain)] }
  const steps = await Promise.all(costly(terms).map((term) => stepOf(domain, term, below)))
  return { domain, records, terms, failure: answer.failure, steps }
}

/** RFC 7208 §5.1: what stands behind `all` is never reached, and it makes `redirect` count for nothing. */
export function reachable(terms: readonly SpfTerm[]): readonly SpfTerm[] {
  const all = terms.findIndex((term) => term.kind === 'mechanism' && term.name === 'all')
  return all === -1 ? terms : terms.slice(0, all + 1).filter((term) => !isRedirect(term))
}

export const isRedirect = (term: SpfTerm): boolean => term.kind === 'modifier' && term.name === 'redirect'

type Costly = { readonly name: string; readonly target: string | null; readonly text: string }

const costly = (terms: readonly SpfTerm[]): Costly[] =>
  reachable(terms).flatMap((term): Costly[] => {
    if (term.kind === 'modifier')
      return isRedirect(term) ? [{ name: 'redirect', target: term.value, text: term.text }] : []
    if (term.kind === 'invalid' || ['all', 'ip4', 'ip6'].includes(term.name)) return []
    return [term]
  })

const step: SpfStep = { term: '', node: null, unfollowed: null, isVoid: false, hosts: 0, failure: null }

async function stepOf(owner: string, { name, target, text: term }: Costly, walk: Walk): Promise<SpfStep> {
  const domain = target ?? owner
  if (name === 'ptr') return { ...step, term }
  if (hasMacro(domain)) return { ...step, term, unfollowed: 'macro' }
  const isRecord = name === 'include' || name === 'redirect'
  if (isRecord && walk.above.includes(plainName(domain))) return { ...step, term, unfollowed: 'loop' }
  if (!walk.take()) return { ...step, term, unfollowed: 'limit' }
  const answers = await Promise.all(typesOf(name).map((type) => walk.asker.ask(domain, type)))
  const failure = answers.find((answer) => answer.failure !== null)?.failure ?? null
  const isVoid = failure === null && answers.every(({ records }) => records.length === 0)
  const hosts = answers.flatMap(mxOf).length
  const [first] = answers
  const node = isRecord && first !== undefined ? await nodeOf(domain, first, walk) : null
  return { ...step, term, node, isVoid, hosts, failure }
}

function typesOf(name: string): readonly ('A' | 'AAAA' | 'MX' | 'TXT')[] {
  if (name === 'a') return ['A', 'AAAA']
  // RFC 7208 §5.7: always A, whatever the sender uses.
  if (name === 'exists') return ['A']
  return name === 'mx' ? ['MX'] : ['TXT']
}

/** The record, and every one that it leads to. */
export const nodesOf = (node: SpfNode): SpfNode[] => [
  node,
  ...node.steps.flatMap((one) => (one.node === null ? [] : nodesOf(one.node))),
]

export const stepsOf = (node: SpfNode): SpfStep[] => nodesOf(node).flatMap(({ steps }) => steps)

/** `include:a.example (3), mx (1)`: what each term of a record costs with all below it. */
export const costsOf = ({ steps }: SpfNode): string[] => steps.map((one) => `${one.term} (${costOf(one)})`)

export const costOf = ({ node }: SpfStep): number => 1 + (node === null ? 0 : stepsOf(node).length)
