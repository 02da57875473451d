// Fetches a small text that a domain publishes on the web: certificate checked, no redirects, limited in size and time.
import { type IncomingMessage, request } from 'node:http'
import { connect, type Socket } from 'node:net'
import { errorCode } from '../net/index.ts'
import { handshake } from '../net/tls.ts'
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
  /** 80, for plain HTTP. */
  readonly plainPort?: number
  readonly milliseconds?: number
}

export type FetchedText =
  | { readonly kind: 'text'; readonly text: string }
  /** `otherType`: the media type, where nothing but that stands in the way. */
  | { readonly kind: 'failed'; readonly reason: string; readonly otherType?: string }

/** RFC 8461 §3.3 suggests both. */
const longestWait = 60_000
const mostOctets = 64 * 1024

export type TextPlace = {
  /** In A-labels. */
  readonly host: string
  readonly path: string
  /** Media types that are taken; none for any. */
  readonly types: readonly string[]
  /** Where it names one; else those of the tools. */
  readonly port?: number
  /** Octets that are taken at most; 64 KiB where nothing is said. */
  readonly most?: number
  /** Plain HTTP where that is all there is; what it says can be forged. */
  readonly isPlain?: boolean
}

/** Throws `stopped` alone. */
export async function fetchText(place: TextPlace, tools: FetchTools): Promise<FetchedText> {
  const { resolver, milliseconds = longestWait } = tools
  const { host } = place
  const limit = AbortSignal.timeout(milliseconds)
  const signal = AbortSignal.any([tools.signal, limit])
  try {
    const addresses = await resolver.addresses(host, signal)
    return { kind: 'text', text: await get(place, addresses, { ...tools, signal }) }
  } catch (error) {
    if (tools.signal.aborted)
      throw smtpError('stopped', 'dns', `Stopped while fetching from ${host}.`, { facts: { domain: host } })
    if (limit.aborted) return { kind: 'failed', reason: `no answer within ${milliseconds / 1000} seconds` }
    const other = error instanceof OtherType ? { otherType: error.type } : {}
    return { kind: 'failed', reason: reasonOf(error), ...other }
  }
}

async function get(place: TextPlace, addresses: readonly HostAddress[], tools: FetchTools): Promise<string> {
  const { host, path, types, most = mostOctets, isPlain = false } = place
  const raw = await connected(addresses, { ...tools, port: portOf(place, tools) })
  const socket = isPlain ? raw : await secured(host, raw, tools)
  try {
    return await new Promise((resolve, reject) => {
      const query = request({ path, headers: headersFor(types), host, createConnection: () => socket }, (response) => {
        const refusal = refusalOf(response, types)
        if (refusal !== null) return reject(refusal)
        readText(response, most).then(resolve, reject)
      })
      tools.signal.addEventListener('abort', () => query.destroy(new Error('it was stopped')), { once: true })
      query.on('error', reject)
      query.end()
    })
  } finally {
    socket.destroy()
  }
}

const portOf = ({ port, isPlain = false }: TextPlace, tools: FetchTools): number =>
  port ?? (isPlain ? (tools.plainPort ?? 80) : (tools.port ?? 443))

const headersFor = (types: readonly string[]) => ({
  accept: types.join(', ') || '*/*',
  'user-agent': 'Heloise',
  connection: 'close',
})

/** Node races the addresses of both families. */
function connected(
  addresses: readonly HostAddress[],
  { signal, port, localAddress }: FetchTools & { readonly port: number },
): Promise<Socket> {
  const [first] = addresses
  const local = localAddress ? { localAddress } : {}
  const socket = connect({
    host: 'policy',
    port,
    signal,
    ...local,
    lookup: (_host, { all }, done) =>
      all ? done(null, [...addresses]) : done(null, first?.address ?? '', first?.family),
  })
  return new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    // Stays, so that a later error of the socket is never without a listener.
    socket.on('error', reject)
  })
}

/** RFC 8461 §3.3: the certificate must hold for the name of the host. */
async function secured(host: string, raw: Socket, { signal, authorities = null }: FetchTools): Promise<Socket> {
  const wish = { name: host, pin: null, authorities }
  const result = await handshake(raw, wish, { seconds: longestWait / 1000, signal })
  if ('kind' in result) {
    raw.destroy()
    throw new Error(`the TLS handshake failed: ${result.reason}`)
  }
  if (result.problem === null) return result.socket
  result.socket.destroy()
  throw new Error(result.problem.message)
}

function refusalOf({ statusCode = 0, headers }: IncomingMessage, types: readonly string[]): Error | null {
  if (statusCode >= 300 && statusCode < 400)
    return new Error(`it answers ${statusCode}, and redirects are not followed`)
  if (statusCode !== 200) return new Error(`it answers ${statusCode}`)
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  return types.length === 0 || types.includes(type) ? null : new OtherType(type, types)
}

class OtherType extends Error {
  readonly type: string
  constructor(type: string, wanted: readonly string[]) {
    super(`its type is ${type || 'not told'}, and must be ${wanted.join(' or ')}`)
    this.type = type
  }
}

async function readText(response: IncomingMessage, most: number): Promise<string> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of response) {
    pieces.push(piece)
    size += piece.length
    if (size > most) throw new Error(`it is larger than ${most / 1024} KiB`)
  }
  return Buffer.concat(pieces).toString('utf8')
}

function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message.replace(/\.$/, '') : String(error)
  const code = errorCode(error)
  if (words === '') return code
  return code === '' || words.includes(code) ? words : `${words} (${code})`
}
