// Asks DNS for all that a domain says about its mail, side by side.

import type { fetchPolicy } from '../../dns/fetch-policy.ts'
import type { fetchText } from '../../dns/fetch-text.ts'
import { askableName, type LookUpTools, plainName } from '../../dns/index.ts'
// Not by the door of the room: few need the client of the web.
import { surveySts } from '../../dns/sts-survey.ts'
import { textsOf } from './answered.ts'
import { addressesBy, createAsker } from './asker.ts'
import { askSource } from './at-source.ts'
import { findCaa } from './caa-tree.ts'
import { type DelegationTools, findDelegation } from './delegation.ts'
import { findDkim } from './dkim-selectors.ts'
import { findDmarc } from './dmarc-tree.ts'
import type { DomainRecords } from './domain-records.ts'
import { findLogo } from './logo.ts'
import { findMailHosts } from './mail-hosts.ts'
import { findSettings } from './mail-settings.ts'
import { findSender, nobody, type SenderWish, selectorsIn } from './sender.ts'
import { findSpf } from './spf-tree.ts'

export type GatherTools = LookUpTools &
  DelegationTools & {
    readonly fetchSettings?: typeof fetchText
    /** Where policies and settings are on the web; at their own ports but for tests. */
    readonly policies?: { readonly port: number; readonly plainPort?: number; readonly authorities: string }
    readonly now: () => Date
    /** Who sends, as far as a person told. */
    readonly sender?: SenderWish
    /** How the policy of MTA-STS is fetched; by the web but for tests. */
    readonly fetch?: typeof fetchPolicy
  }

/** Signed since 2011, and in every cache. */
const signedZone = 'com'
/** Those of one domain mostly have the same. */
const mostCaaHosts = 3

/** Throws `stopped` alone. */
export async function gatherRecords(typed: string, tools: GatherTools): Promise<DomainRecords> {
  const domain = plainName(askableName(typed) ?? typed)
  const asker = createAsker(tools)
  const { ask } = asker
  const { sender: wish = nobody } = tools
  const resolver = { ...tools.resolver, addresses: addressesBy(asker) }
  const web = { ...tools, ...tools.policies, resolver }
  const mx = ask(domain, 'MX')
  const hosts = mx.then((answer) => findMailHosts(answer, asker))
  const stsAnswer = ask(`_mta-sts.${domain}`, 'TXT')
  const sts = stsAnswer.then((answer) => surveySts(domain, textsOf(answer), web))
  const stsHost = stsAnswer.then(({ records }) => {
    const names = records.length === 0 ? [] : [`mta-sts.${domain}`]
    return Promise.all(names.flatMap((name) => [ask(name, 'A'), ask(name, 'AAAA')]))
  })
  const caa = hosts.then((found) => Promise.all(found.slice(0, mostCaaHosts).map(({ name }) => findCaa(name, asker))))
  const tlsa = hosts.then((found) => Promise.all(found.map(({ name }) => ask(`_25._tcp.${name}`, 'TLSA'))))
  const bimi = ask(`default._bimi.${domain}`, 'TXT')
  const logo = bimi.then((answer) => findLogo(domain, answer, web))
  const seen = await all({
    signedZone: ask(signedZone, 'SOA'),
    soa: ask(domain, 'SOA'),
    mx,
    own: Promise.all([ask(domain, 'A'), ask(domain, 'AAAA')]),
    hosts,
    texts: ask(domain, 'TXT'),
    spf: findSpf(domain, asker),
    oldSpf: ask(domain, 'TYPE99'),
    dmarc: findDmarc(domain, asker),
    dkim: findDkim(domain, [...wish.selectors, ...selectorsIn(wish.message, domain)], asker),
    sender: findSender(domain, wish, asker, tools.now()),
    tlsRpt: ask(`_smtp._tls.${domain}`, 'TXT'),
    stsAnswer,
    sts,
    stsHost,
    bimi,
    logo,
    tlsa,
    delegation: findDelegation(domain, asker, tools),
    settings: findSettings(domain, asker, web),
    caa,
  })
  const answers = asker.answers()
  const atSource = await askSource(answers, seen.delegation, tools)
  return { domain, now: tools.now(), ...seen, answers, atSource }
}

type Settled<Work> = { [Name in keyof Work]: Awaited<Work[Name]> }

/** `Promise.all` for things with names. */
async function all<Work extends Readonly<Record<string, Promise<unknown>>>>(work: Work): Promise<Settled<Work>> {
  const names = Object.keys(work)
  const values = await Promise.all(Object.values(work))
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Settled<Work>
}
