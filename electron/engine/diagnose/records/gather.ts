// Asks DNS for all that a domain says about its mail, side by side.
import { askableName, type LookUpTools, plainName } from '../../dns/index.ts'
import { createAsker } from './asker.ts'
import { findDkim } from './dkim-selectors.ts'
import { findDmarc } from './dmarc-tree.ts'
import type { DomainRecords } from './domain-records.ts'
import { findMailHosts } from './mail-hosts.ts'
import { findSpf } from './spf-tree.ts'

export type GatherTools = LookUpTools & { readonly now: () => Date }

/** Signed since 2011, and in every cache. */
const signedZone = 'com'

/** Throws `stopped` alone. */
export async function gatherRecords(typed: string, tools: GatherTools): Promise<DomainRecords> {
  const domain = plainName(askableName(typed) ?? typed)
  const asker = createAsker(tools)
  const { ask } = asker
  const mx = ask(domain, 'MX')
  const hosts = mx.then((answer) => findMailHosts(answer, asker))
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
    dkim: findDkim(domain, asker),
  })
  return { domain, now: tools.now(), ...seen, answers: asker.answers() }
}

type Settled<Work> = { [Name in keyof Work]: Awaited<Work[Name]> }

/** `Promise.all` for things with names. */
async function all<Work extends Readonly<Record<string, Promise<unknown>>>>(work: Work): Promise<Settled<Work>> {
  const names = Object.keys(work)
  const values = await Promise.all(Object.values(work))
  return Object.fromEntries(names.map((name, index) => [name, values[index]])) as Settled<Work>
}
