// The name servers of the zone that a domain is in, each asked by itself: whether they answer, and say the same.
import { createDnsClient, type DnsClient } from '../../dns/client.ts'
import type { DnsAnswer } from '../../dns/index.ts'
import { asked } from '../asked.ts'
import type { Asked } from '../surroundings.ts'
import { type Answered, addressesOf } from './answered.ts'
import type { Asker } from './asker.ts'

export type NameServer = {
  readonly name: string
  readonly addresses: readonly string[]
  /** What it says of the zone; one for each address. */
  readonly answers: readonly { readonly address: string; readonly answer: Asked<DnsAnswer> }[]
}

export type Delegation = {
  /** The NS answers from the domain upwards, as far as they were needed. */
  readonly asked: readonly Answered[]
  /** Null where none could be found. */
  readonly zone: string | null
  readonly servers: readonly NameServer[]
}

export type DelegationTools = {
  readonly signal: AbortSignal
  /** Asks one name server by itself, at port 53 but for tests. */
  readonly nameServer?: (address: string) => DnsClient
}

/** More than a zone has. */
const mostServers = 8
const mostAddresses = 2
/** Labels that are climbed to the zone. */
const mostSteps = 4
/** Milliseconds for one answer: they are on the internet, and each is asked twice at most. */
const patience = 2_000

/** Throws `stopped` alone. */
export async function findDelegation(domain: string, asker: Asker, tools: DelegationTools): Promise<Delegation> {
  const answers: Answered[] = []
  for (const name of zonesOf(domain)) {
    const answer = await asker.ask(name, 'NS')
    answers.push(answer)
    if (answer.failure !== null) break
    const names = answer.records.flatMap((record) => (record.type === 'NS' ? [record.target] : []))
    if (names.length === 0) continue
    const servers = names.slice(0, mostServers).map((server) => serverOf(server, name, asker, tools))
    return { asked: answers, zone: name, servers: await Promise.all(servers) }
  }
  return { asked: answers, zone: null, servers: [] }
}

/** Never a top level: that is not the zone of the domain. */
function zonesOf(domain: string): string[] {
  const labels = domain.split('.')
  const names = labels.map((_, index) => labels.slice(index).join('.'))
  return names.slice(0, Math.max(1, Math.min(labels.length - 1, mostSteps)))
}

async function serverOf(name: string, zone: string, { ask }: Asker, tools: DelegationTools): Promise<NameServer> {
  const addresses = addressesOf(await Promise.all([ask(name, 'A'), ask(name, 'AAAA')]))
  const { signal, nameServer = atUsualPort } = tools
  const answers = await Promise.all(
    addresses.slice(0, mostAddresses).map(async (address) => {
      return { address, answer: await asked(() => nameServer(address)({ name: zone, type: 'SOA' }, signal)) }
    }),
  )
  return { name, addresses, answers }
}

export const atUsualPort = (address: string): DnsClient =>
  createDnsClient({ servers: [{ address, port: 53 }], milliseconds: patience })
