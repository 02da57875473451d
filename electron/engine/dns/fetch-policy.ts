// Fetches the text of an MTA-STS policy by HTTPS (RFC 8461 §3.3): certificate checked, no redirects, limited in size and time.
import { X509Certificate } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { type RequestOptions, request } from 'node:https'
import { getCACertificates } from 'node:tls'
import { errorCode, nameFaults } from '../net/index.ts'
import { smtpError } from '../smtp-error.ts'
import type { HostAddress, Resolver } from './resolver.ts'

export type FetchTools = {
  readonly resolver: Resolver
  readonly signal: AbortSignal
  /** Further authorities to trust, PEM. */
  readonly authorities?: string | null
  /** An address of this computer from which to connect. */
  readonly localAddress?: string | null
  /** 443, unless a test has its server elsewhere. */
  readonly port?: number
  readonly milliseconds?: number
}

export type FetchedText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'failed'; readonly reason: string }

/** RFC 8461 §3.3 */
const longestWait = 60_000
/** RFC 8461 §3.2 leaves it to us and suggests 64 KiB. */
const mostOctets = 64 * 1024

/** `domain` in A-labels. Throws `stopped` alone. */
export async function fetchPolicy(domain: string, tools: FetchTools): Promise<FetchedText> {
  const { resolver, milliseconds = longestWait } = tools
  const host = `mta-sts.${domain}`
  const limit = AbortSignal.timeout(milliseconds)
  const signal = AbortSignal.any([tools.signal, limit])
  try {
    const addresses = await resolver.addresses(host, signal)
    return { kind: 'text', text: await get(host, addresses, { ...tools, signal }) }
  } catch (error) {
    if (tools.signal.aborted)
      throw smtpError('stopped', 'dns', `Stopped while fetching the policy of ${domain}.`, { facts: { domain } })
    return {
      kind: 'failed',
      reason: limit.aborted ? `no answer within ${milliseconds / 1000} seconds` : reasonOf(error),
    }
  }
}

function get(host: string, addresses: readonly HostAddress[], tools: FetchTools): Promise<string> {
  return new Promise((resolve, reject) => {
    const query = request(requestOptions(host, addresses, tools), (response) => {
      const refusal = refusalOf(response)
      if (refusal === null) return void readText(response).then(resolve, reject)
      reject(new Error(refusal))
      query.destroy()
    })
    query.on('error', reject)
    query.end()
  })
}

function requestOptions(
  host: string,
  addresses: readonly HostAddress[],
  { signal, port = 443, authorities, localAddress }: FetchTools,
): RequestOptions {
  const [first] = addresses
  return {
    host,
    port,
    path: '/.well-known/mta-sts.txt',
    headers: { accept: 'text/plain', 'user-agent': 'Heloise' },
    agent: false,
    signal,
    lookup: (_host, { all }, done) =>
      all ? done(null, [...addresses]) : done(null, first?.address ?? '', first?.family),
    servername: host,
    ca: [...getCACertificates('default'), ...getCACertificates('system'), ...(authorities ? [authorities] : [])],
    // RFC 8461 §3.3: the name must be in subjectAltName.
    checkServerIdentity: (_name, { raw }) => {
      const [fault] = nameFaults(new X509Certificate(raw), host)
      return fault === undefined ? undefined : new Error(fault.message)
    },
    ...(localAddress ? { localAddress } : {}),
  }
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage): string | null {
  if (statusCode >= 300 && statusCode < 400) return `it answers ${statusCode}, and redirects are not followed`
  if (statusCode !== 200) return `it answers ${statusCode}`
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return type === 'text/plain' ? null : `its type is ${type || 'not told'}, and must be text/plain`
}

async function readText(response: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response) {
    pieces.push(piece)
    size += piece.length
    if (size > mostOctets) throw new Error('it is larger than 64 KiB')
  }
  return Buffer.concat(pieces).toString('utf8')
}

function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
  const code = errorCode(error)
  if (words === '') return code
  return code === '' || words.includes(code) ? words : `${words} (${code})`
}
