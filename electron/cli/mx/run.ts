// Runs `heloise mx`: the hosts that take mail for a domain, with their addresses, and what the domain demands of the way.
import { isDomain, literalAddress } from '#shared/address/index.ts'
import type { Failure } from '#shared/values/failure.ts'
import { systemResolver } from '../../engine/dns/index.ts'
import { failureOf } from '../../engine/smtp-error.ts'
import { dnsServers } from '../arguments.ts'
import { exitStatus, statusOfFailure } from '../exit-status.ts'
import { failureJson } from '../failure-json.ts'
import { dnsHint, hintFrom } from '../lookup-hint.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { writeWhyCard } from '../why-card.ts'
import type { MxOptions } from './command.ts'
import { type HostFacts, look } from './look.ts'
import { writeFacts } from './write.ts'

export async function runMx(typed: string, { dns, json }: MxOptions, terminal: Terminal): Promise<number> {
  const { out, words, signal } = terminal
  const domain = domainOf(typed, terminal)
  const resolver = systemResolver({ servers: dnsServers('--dns', dns, words) })
  try {
    const facts = await look(domain, { resolver, signal })
    if (json) out.write(`${JSON.stringify({ ...facts, hosts: facts.hosts.map(hostJson), failure: null }, null, 2)}\n`)
    else writeFacts(facts, terminal)
    return exitStatus.done
  } catch (error) {
    return tellFailure(domain, failureOf(error, 'dns'), json === true, terminal)
  }
}

const hostJson = ({ problem, ...host }: HostFacts) => ({ ...host, problem: problem?.message ?? null })

/** The part behind the `@` where an address was typed. */
function domainOf(typed: string, { words }: Terminal): string {
  const domain = typed.slice(typed.lastIndexOf('@') + 1).replace(/\.$/, '')
  if (isDomain(domain) || literalAddress(domain) !== null) return domain
  throw new UsageError(words.valueInvalid('DOMAIN', typed, words.wanted.domain))
}

function tellFailure(domain: string, failure: Failure, isJson: boolean, terminal: Terminal): number {
  if (isJson) {
    const nothing = { domain, source: null, isAuthentic: false, hosts: [], mtaSts: null }
    terminal.out.write(`${JSON.stringify({ ...nothing, failure: failureJson(failure) }, null, 2)}\n`)
  }
  if (failure.kind === 'stopped') terminal.err.write(`${terminal.words.ended}\n`)
  else writeWhyCard(failure, terminal.err, terminal, hintFrom(dnsHint, failure))
  return statusOfFailure(failure)
}
