// Runs `heloise mx`: the hosts that take mail for a domain, with their addresses.
import { isDomain, literalAddress } from '#shared/address/index.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Failure } from '#shared/values/failure.ts'
import { type MxHost, type MxRoute, mxRoute, type Resolver, systemResolver } from '../../engine/dns/index.ts'
import { failureOf } from '../../engine/smtp-error.ts'
import { dnsServers } from '../arguments.ts'
import { exitStatus, statusOfFailure } from '../exit-status.ts'
import { failureJson } from '../failure-json.ts'
import type { Terminal } from '../terminal.ts'
import { UsageError } from '../usage-error.ts'
import { writeWhyCard } from '../why-card.ts'
import type { MxOptions } from './command.ts'

type Host = MxHost & { readonly addresses: readonly string[] }
type Answer = { readonly domain: string; readonly source: MxRoute['source']; readonly hosts: readonly Host[] }

export async function runMx(typed: string, { dns, json }: MxOptions, terminal: Terminal): Promise<number> {
  const { out, words, signal } = terminal
  const domain = domainOf(typed, terminal)
  const resolver = systemResolver({ servers: dnsServers('--dns', dns, words) })
  try {
    const answer = await look(domain, resolver, signal)
    if (json) out.write(`${JSON.stringify({ ...answer, failure: null }, null, 2)}\n`)
    else writeAnswer(answer, terminal)
    return exitStatus.done
  } catch (error) {
    return tellFailure(domain, failureOf(error, 'dns'), json === true, terminal)
  }
}

/** The part behind the `@` where an address was typed. */
function domainOf(typed: string, { words }: Terminal): string {
  const domain = typed.slice(typed.lastIndexOf('@') + 1).replace(/\.$/, '')
  if (isDomain(domain) || literalAddress(domain) !== null) return domain
  throw new UsageError(words.valueInvalid('DOMAIN', typed, words.wanted.domain))
}

async function look(domain: string, resolver: Resolver, signal: AbortSignal): Promise<Answer> {
  const { source, hosts } = await mxRoute(domain, { resolver, signal })
  const found = hosts.map(async (mx) => ({ ...mx, addresses: await addressesOf(mx.host, resolver, signal) }))
  return { domain, source, hosts: await Promise.all(found) }
}

/** A host without an address is told as such: the others still take mail. */
async function addressesOf(host: string, resolver: Resolver, signal: AbortSignal): Promise<string[]> {
  try {
    return (await resolver.addresses(host, signal)).map(({ address }) => address)
  } catch (error) {
    if (failureOf(error, 'dns').kind === 'host-not-found') return []
    throw error
  }
}

function writeAnswer({ domain, source, hosts }: Answer, { out, words }: Terminal): void {
  const { bold, dim, yellow } = out.colors
  const width = Math.max(...hosts.map(({ host }) => host.length))
  out.write(`${words.mxTried(visible(domain))}\n`)
  for (const { host, preference, addresses } of hosts) {
    const shown = addresses.length === 0 ? yellow(words.mxNoAddress) : addresses.join('  ')
    out.write(`  ${dim(String(preference).padStart(5))}  ${bold(visible(host).padEnd(width))}  ${shown}\n`)
  }
  if (source === 'implicit') out.write(dim(`  ${words.mxImplicit}\n`))
}

function tellFailure(domain: string, failure: Failure, isJson: boolean, terminal: Terminal): number {
  if (isJson)
    terminal.out.write(
      `${JSON.stringify({ domain, source: null, hosts: [], failure: failureJson(failure) }, null, 2)}\n`,
    )
  if (failure.kind !== 'stopped') writeWhyCard(failure, terminal.err, terminal)
  return statusOfFailure(failure)
}
