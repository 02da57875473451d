// Finds the DMARC record that holds for a domain: its own, or that of a domain above it (RFC 9989 §4.10).
import { plainName } from '../../dns/index.ts'
import { type Answered, textsOf } from './answered.ts'
import type { Asker } from './asker.ts'
import { type DmarcRecord, isDmarc, readDmarc, reportDomain } from './dmarc-record.ts'

export type DmarcSeen = {
  /** The answers from the domain upwards. */
  readonly answers: readonly Answered[]
  /** Those of the domain itself, as they are; more than one count as none. */
  readonly own: readonly string[]
  readonly record: DmarcRecord | null
  /** Where it was found: the domain or one above it. */
  readonly owner: string | null
  readonly reports: readonly ReportPlace[]
}

/** Where reports are to go. */
export type ReportPlace = {
  readonly address: string
  /** Null for what is no mail address. */
  readonly domain: string | null
  /** MX, A and AAAA of it; empty where nothing was asked. */
  readonly servers: readonly Answered[]
  /** For a domain of others: whether it agreed to take them (RFC 9990 §4). */
  readonly permission: Answered | null
}

/** RFC 9989 §4.10: no more than eight questions, whatever the length of the name. */
const mostSteps = 8
/** More addresses than any domain needs; those after it are not asked for. */
const mostReports = 6

export async function findDmarc(domain: string, asker: Asker): Promise<DmarcSeen> {
  const names = treeOf(domain)
  const answers = await Promise.all(names.map((name) => asker.ask(`_dmarc.${name}`, 'TXT')))
  const found = answers.flatMap((answer, index) => recordIn(answer, names[index] ?? ''))
  const chosen = choose(domain, found)
  const own = answers.slice(0, 1).flatMap((answer) => textsOf(answer).filter(isDmarc))
  const addresses = [...(chosen?.record.aggregate ?? []), ...(chosen?.record.failures ?? [])]
  const organisation = chosen?.owner ?? domain
  return {
    answers,
    own,
    record: chosen?.record ?? null,
    owner: chosen?.owner ?? null,
    reports: await Promise.all(
      [...new Set(addresses)].slice(0, mostReports).map((address) => placeOf(address, { domain, organisation, asker })),
    ),
  }
}

/** The domain and those above it; a long name is cut to seven labels after the first step. */
export function treeOf(domain: string): string[] {
  const labels = domain.split('.')
  const above = labels.slice(Math.max(1, labels.length - (mostSteps - 1)))
  return [domain, ...above.map((_, index) => above.slice(index).join('.'))]
}

/** The domain that stands for the organisation of another one (RFC 9989 §4.10.2). */
export async function organisationOf(domain: string, asker: Asker): Promise<string> {
  const name = plainName(domain)
  const names = treeOf(name)
  const answers = await Promise.all(names.map((one) => asker.ask(`_dmarc.${one}`, 'TXT')))
  const found = answers.flatMap((answer, index) => recordIn(answer, names[index] ?? ''))
  const stop = found.findIndex(({ record }) => record.suffix === 'n' || record.suffix === 'y')
  const last = stop === -1 ? found.at(-1) : found[stop]
  if (last === undefined) return name
  // Below a suffix of the public the organisation is one label longer.
  return last.record.suffix === 'y' && last.owner !== name ? oneBelow(last.owner, name) : last.owner
}

const oneBelow = (suffix: string, name: string): string => {
  const labels = name.split('.')
  return labels.slice(labels.length - suffix.split('.').length - 1).join('.')
}

type Found = { readonly owner: string; readonly record: DmarcRecord }

/** Several records at one name count as none. */
function recordIn(answer: Answered, owner: string): Found[] {
  const [text, ...others] = textsOf(answer).filter(isDmarc)
  return text === undefined || others.length > 0 ? [] : [{ owner, record: readDmarc(text) }]
}

/** Its own record; else that of its organisation: below a public suffix, or the highest that there is. */
function choose(domain: string, found: readonly Found[]): Found | null {
  const own = found.find(({ owner }) => owner === domain)
  if (own !== undefined) return own
  const stop = found.findIndex(({ record }) => record.suffix !== 'u')
  if (stop === -1) return found.at(-1) ?? null
  return (found[stop]?.record.suffix === 'n' ? found[stop] : (found[stop - 1] ?? found[stop])) ?? null
}

type Circle = { readonly domain: string; readonly organisation: string; readonly asker: Asker }

async function placeOf(address: string, { domain, organisation, asker }: Circle): Promise<ReportPlace> {
  const target = reportDomain(address)
  if (target === null) return { address, domain: null, servers: [], permission: null }
  const isOwn = target === organisation || target.endsWith(`.${organisation}`) || organisation.endsWith(`.${target}`)
  const [permission, ...servers] = await Promise.all([
    isOwn ? null : asker.ask(`${domain}._report._dmarc.${target}`, 'TXT'),
    asker.ask(target, 'MX'),
    asker.ask(target, 'A'),
    asker.ask(target, 'AAAA'),
  ])
  return { address, domain: target, servers, permission }
}
