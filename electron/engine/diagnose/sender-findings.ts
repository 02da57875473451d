// Where no domain is looked at but a profile or a mail is: what becomes of mail in the name of its From.
import { isLoopbackHost } from '#shared/values/ports.ts'
import type { PublishedRecord } from '#shared/values/published-record.ts'
import type { Finding } from '#shared/values/report.ts'
import type { FetchedText } from '../dns/fetch-text.ts'
import { addressesOrNone } from './asked.ts'
import type { DiagnoseTarget } from './diagnose-order.ts'
import { recordFindings, type WithRecordsTools, withRecords } from './domain-findings.ts'
import { groupOf } from './finding.ts'
import { publishedRecords } from './published/index.ts'
import { authorDomain, nobody, type SenderWish } from './records/sender.ts'

/** On these it depends; what else a domain publishes is for those who send to it. */
const groupsOfMail = ['DNS', 'SPF', 'DKI', 'DMA']
const kindsOfMail: readonly PublishedRecord['kind'][] = ['spf', 'dkim', 'dmarc']

export type SenderReport = { readonly findings: readonly Finding[]; readonly records: readonly PublishedRecord[] }

/** Null where no domain is known, or where nothing leaves this computer. Throws `stopped` alone. */
export async function reportOfSender(target: DiagnoseTarget, tools: WithRecordsTools): Promise<SenderReport | null> {
  const wish = wishOf(target)
  const domain = authorDomain(wish)
  const groups = groupsOfSender(target)
  if (domain === null || groups.length === 0) return null
  const relay = relayOf(target)
  const sender = { ...wish, relay, addresses: await addressesOf(target, wish, tools) }
  const kinds = relay === null ? kindsOfMail : [...kindsOfMail, 'srv']
  const wanted = (id: string) => groups.includes(groupOf(id)) && tools.wanted(id)
  const quiet = { fetch: unasked, fetchSettings: unasked }
  const observed = await withRecords({ domain, route: null, failure: null }, { ...tools, ...quiet, wanted, sender })
  if (observed.records === undefined) return null
  return {
    findings: recordFindings(observed).filter(({ group }) => groups.includes(group)),
    records: publishedRecords(observed.records).filter(({ kind }) => kinds.includes(kind)),
  }
}

/** None where nothing of it is judged. */
export function groupsOfSender(target: DiagnoseTarget): readonly string[] {
  const wish = wishOf(target)
  if (authorDomain(wish) === null || staysHere(target, wish)) return []
  // The server of a profile should be the one that the domain names to mail programs.
  return relayOf(target) === null ? groupsOfMail : [...groupsOfMail, 'SRV']
}

const relayOf = ({ access }: DiagnoseTarget): SenderWish['relay'] =>
  access?.route === 'relay' ? { host: access.host, port: access.port } : null

/** Nothing of it is on the web. */
const unasked = async (): Promise<FetchedText> => ({ kind: 'failed', reason: 'not asked' })

export const wishOf = ({ sender }: DiagnoseTarget): SenderWish => ({ ...nobody, ...sender })

const staysHere = ({ access }: DiagnoseTarget, { message }: SenderWish): boolean =>
  access?.route === 'relay' && isLoopbackHost(access.host) && message === null

/** Those that were named; else those of the relay, which mostly are the ones that it sends from. */
async function addressesOf({ access }: DiagnoseTarget, { addresses }: SenderWish, tools: WithRecordsTools) {
  if (addresses.length > 0 || access?.route !== 'relay') return addresses
  const relay = await addressesOrNone(access.host, tools)
  return 'value' in relay ? relay.value : []
}
