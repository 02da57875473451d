// Our own DNS client: unlike the system's it tells whether an answer was validated (AD), how long it lives, and why it
// failed. UDP first, TCP where an answer does not fit or none came, the next server where one gives none.
import { randomInt } from 'node:crypto'
import { type SmtpError, smtpError } from '../smtp-error.ts'
import { aliasesOf } from './aliases.ts'
import { askBothWays, type OneWay } from './ask-both-ways.ts'
import { askOverTcp } from './ask-tcp.ts'
import { askOverUdp, type Exchange, type Patience } from './ask-udp.ts'
import { sameName } from './dns-name.ts'
import { encodeQuery, type Question, type Response } from './message.ts'
import type { DnsRecord } from './record.ts'
import { type DnsServer, isBelieved, serverName, systemServers } from './server-address.ts'

export type DnsAnswer = Response & {
  readonly question: Question
  /** The records that were asked for, at the end of the chain of aliases. */
  readonly records: readonly DnsRecord[]
  /** Where CNAME records lead from the name that was asked for, in their order. */
  readonly aliases: readonly string[]
  /** AD from a resolver that is believed: one on this machine, or one that the person chose (RFC 7672 §2.1.3). */
  readonly isAuthentic: boolean
  /** Who answered. */
  readonly server: string
  readonly transport: 'udp' | 'tcp'
  readonly milliseconds: number
}

export type DnsClient = (question: Question, signal: AbortSignal) => Promise<DnsAnswer>

export type ClientOptions = {
  /** Chosen by the person, who vouches for them; empty for the system's. */
  readonly servers: readonly DnsServer[]
  /** Those of the system; others in tests. */
  readonly system?: () => readonly DnsServer[]
  /** How long a server may take; shorter in tests. */
  readonly milliseconds?: number
}

/** RFC 1035 §4.2.1 asks for 2 to 5 seconds at least. */
const usualPatience = 5_000
const rounds = 2

/** Throws `dns-unavailable` when no server answers, `stopped` on abort; every answer that came is a value. */
export function createDnsClient(options: ClientOptions): DnsClient {
  const { servers, system = systemServers, milliseconds = usualPatience } = options
  return async (question, signal) => {
    const began = performance.now()
    const list = servers.length > 0 ? servers : system()
    const patience = { milliseconds, signal }
    const found = await askInTurn(question, list, patience)
    if ('reason' in found) throw unanswered(question, found)
    const { server, transport, response } = found
    const aliases = aliasesOf(question.name, response.answers)
    // Whoever asks for the alias itself wants no other name.
    const owner = (question.type === 'CNAME' ? undefined : aliases.at(-1)) ?? question.name
    return {
      ...response,
      question,
      records: response.answers.filter(({ type, name }) => type === question.type && sameName(name, owner)),
      aliases,
      isAuthentic: response.hasAdBit && isBelieved(server, servers.length > 0),
      server: serverName(server),
      transport,
      milliseconds: Math.round((performance.now() - began) * 1000) / 1000,
    }
  }
}

type Found = { readonly server: DnsServer; readonly transport: 'udp' | 'tcp'; readonly response: Response }
type NotFound = { readonly server: DnsServer | null; readonly reason: string; readonly isSilence?: boolean }

/** A server that cannot tell (SERVFAIL, REFUSED) is taken at its word only when no other one knows. */
async function askInTurn(
  question: Question,
  servers: readonly DnsServer[],
  patience: Patience,
): Promise<Found | NotFound> {
  const silent = new Set<DnsServer>()
  let last: NotFound = { server: null, reason: 'no DNS server is known here' }
  for (let round = 0; round < rounds; round += 1) {
    let unhelpful: Found | null = null
    for (const server of servers) {
      const found = await askServer(question, server, patience, silent.has(server))
      if (patience.signal.aborted) throw stopped(question)
      if ('reason' in found) {
        last = found
        if (found.isSilence) silent.add(server)
      } else if (isHelpful(found.response)) return found
      else unhelpful ??= found
    }
    if (unhelpful !== null) return unhelpful
  }
  return last
}

const isHelpful = ({ rcode }: Response): boolean => rcode === 'NOERROR' || rcode === 'NXDOMAIN'

async function askServer(
  question: Question,
  server: DnsServer,
  patience: Patience,
  wasSilent: boolean,
): Promise<Found | NotFound> {
  const found = await askOnce(question, server, patience, { hasEdns: true, wasSilent })
  // RFC 6891 §7: a server that knows no EDNS is asked without it.
  const knowsNoEdns =
    'response' in found && ['FORMERR', 'NOTIMP'].includes(found.response.rcode) && !found.response.hasEdns
  return knowsNoEdns ? askOnce(question, server, patience, { hasEdns: false, wasSilent }) : found
}

async function askOnce(
  question: Question,
  server: DnsServer,
  patience: Patience,
  { hasEdns, wasSilent }: { readonly hasEdns: boolean; readonly wasSilent: boolean },
): Promise<Found | NotFound> {
  const query = encodeQuery(randomInt(65536), question, hasEdns)
  const { transport, exchange: small }: OneWay = wasSilent
    ? await askBothWays(server, query, patience)
    : { transport: 'udp', exchange: await askOverUdp(server, query, patience) }
  if (small.kind === 'response') return { server, transport, response: small.response }
  if (small.kind === 'failed') return { server, reason: small.reason, isSilence: small.isSilence === true }
  // RFC 7766 §5: truncated. What cannot be read may have been cut on its way as well.
  const whole = await askOverTcp(server, query, patience)
  return whole.kind === 'response'
    ? { server, transport: 'tcp', response: whole.response }
    : { server, reason: reasonOf(whole) }
}

function reasonOf(exchange: Exclude<Exchange, { readonly kind: 'response' }>): string {
  if (exchange.kind === 'failed') return exchange.reason
  return 'its answer cannot be read'
}

function unanswered({ name, type }: Question, { server, reason }: NotFound): SmtpError {
  const whom = server === null ? '' : ` at ${serverName(server)}`
  return smtpError('dns-unavailable', 'dns', `DNS${whom} was asked for ${type} of ${name}: ${reason}.`, {
    facts: { host: name, domain: name, reason },
  })
}

const stopped = ({ name }: Question): SmtpError =>
  smtpError('stopped', 'dns', `Stopped while asking for ${name}.`, { facts: { host: name } })
