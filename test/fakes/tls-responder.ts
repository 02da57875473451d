// A port that answers each ClientHello as it is told: for what no real server does. `modelServer` is one that chooses as real ones
// do, from what it is said to have.
import { createServer, type Socket } from 'node:net'
import {
  alert,
  certificates,
  dheKeyExchange,
  ecdheKeyExchange,
  type HeardHello,
  hearHello,
  helloDone,
  inRecord,
  noOctets,
  serverHello,
  serverHello13,
} from './tls-messages.ts'

/** Octets to say before the port is closed; or none, and it falls silent, hangs up, or breaks off. */
export type Answer = Buffer | 'silence' | 'close' | 'reset'
export type Respond = (hello: HeardHello, count: number) => Answer

export type TlsResponder = AsyncDisposable & { readonly port: number; readonly heard: HeardHello[] }

/** `cut`: how its answer is cut into writes. */
export async function tlsResponder(respond: Respond, cut = (octets: Buffer) => [octets]): Promise<TlsResponder> {
  const heard: HeardHello[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    let octets: Buffer = Buffer.alloc(0)
    socket.on('data', (chunk: Buffer) => {
      octets = Buffer.concat([octets, chunk])
      const hello = hearHello(octets)
      if (hello === null) return
      octets = Buffer.alloc(0)
      heard.push(hello)
      say(socket, respond(hello, heard.length), cut)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function say(socket: Socket, answer: Answer, cut: (octets: Buffer) => Buffer[]): void {
  if (answer === 'silence') return
  if (answer === 'reset') return void socket.resetAndDestroy()
  if (answer === 'close') return void socket.end()
  for (const piece of cut(answer)) socket.write(piece)
  socket.end()
}

export type Model = {
  /** Suites by the number of the version, in the server's order. */
  readonly suites: Readonly<Record<number, readonly number[]>>
  /** Groups in the server's order; x25519 without it. */
  readonly groups?: readonly number[]
  /** Whether the server's order of suites counts. */
  readonly prefers?: boolean
  /** Whether the client's order of groups counts. */
  readonly yieldsGroups?: boolean
  /** Signature schemes in the server's order. */
  readonly signatures?: readonly number[]
  /** Extensions of the ServerHello below TLS 1.3. */
  readonly extensions?: readonly (readonly [number, Uint8Array])[]
  readonly random?: (version: number) => Uint8Array | undefined
  readonly chain?: readonly Uint8Array[]
  readonly prime?: Uint8Array
  /** What comes before any choice; null where it chooses. */
  readonly before?: (hello: HeardHello) => Answer | null
  readonly compression?: number
}

export const modelServer = (model: Model): Respond => {
  const versions = Object.keys(model.suites)
    .map(Number)
    .toSorted((one, other) => other - one)
  return (hello) => {
    const early = model.before?.(hello) ?? null
    if (early !== null) return early
    const version = versions.find((one) =>
      hello.versions.length > 0 ? hello.versions.includes(one) : one !== 0x0304 && one <= hello.version,
    )
    // A hello with the list of TLS 1.3 may be for an older version too, where that is in it.
    if (version === undefined) return alert(70)
    const mine = model.suites[version] ?? []
    const [first, second] = model.prefers ? [mine, hello.suites] : [hello.suites, mine]
    const suite = first.find((id) => second.includes(id))
    if (suite === undefined) return alert(40)
    return version === 0x0304 ? answer13(model, hello, suite) : answer12(model, hello, suite, version)
  }
}

function answer13(model: Model, hello: HeardHello, suite: number): Answer {
  const group = (model.groups ?? [29]).find((id) => hello.groups.includes(id))
  if (group === undefined) return alert(40)
  return inRecord(serverHello13(suite, group, { isRetry: !hello.shares.includes(group) }))
}

function answer12(model: Model, hello: HeardHello, suite: number, version: number): Answer {
  const { groups = [29], signatures = [], extensions = [], chain = [], prime, compression = 0 } = model
  const [first, second] = model.yieldsGroups ? [hello.groups, groups] : [groups, hello.groups]
  const group = first.find((id) => second.includes(id)) ?? null
  const scheme = version < 0x0303 ? null : (signatures.find((id) => hello.signatures.includes(id)) ?? null)
  if (version === 0x0303 && signatures.length > 0 && scheme === null) return alert(40)
  const isDhe = prime !== undefined && suite === 0x009e
  if (!isDhe && group === null && hello.extensions.has(10)) return alert(40)
  const random = model.random?.(version)
  return inRecord(
    serverHello({
      version,
      suite,
      compression: hello.compression.includes(compression) ? compression : 0,
      extensions: version === 0x0300 ? null : extensions,
      ...(random === undefined ? {} : { random }),
    }),
    ...(chain.length === 0 ? [] : [certificates(...chain)]),
    isDhe ? dheKeyExchange(prime ?? noOctets, scheme) : ecdheKeyExchange(group ?? 29, scheme),
    helloDone,
  )
}
