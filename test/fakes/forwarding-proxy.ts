// Proxies that work: a SOCKS 5 one (RFC 1928, RFC 1929) and an HTTP one that knows CONNECT. They connect to this machine alone.
import { connect, type Socket } from 'node:net'
import { type Peer, rawPeer } from './scripted-peer.ts'

export type ForwardingOptions = {
  readonly login?: { readonly user: string; readonly password: string }
  /** Keeps the answer back until the server has spoken, so that both come in one write. */
  readonly isTogether?: boolean
}

export type ForwardingProxy = Peer & {
  /** What was asked for, as it was asked: `mx.example:587`. */
  readonly asked: readonly string[]
  /** `user:password` as they were sent. */
  readonly logins: readonly string[]
  /** Addresses from which it was connected to. */
  readonly clients: readonly string[]
}

export async function socksProxy(options: ForwardingOptions = {}): Promise<ForwardingProxy> {
  const notes = { asked: [] as string[], logins: [] as string[], clients: [] as string[] }
  const peer = await rawPeer((socket) => void serveSocks(socket, options, notes).catch(() => socket.destroy()))
  return { ...peer, ...notes }
}

export async function httpProxy(options: ForwardingOptions = {}): Promise<ForwardingProxy> {
  const notes = { asked: [] as string[], logins: [] as string[], clients: [] as string[] }
  const peer = await rawPeer((socket) => void serveHttp(socket, options, notes).catch(() => socket.destroy()))
  return { ...peer, ...notes }
}

type Notes = { readonly asked: string[]; readonly logins: string[]; readonly clients: string[] }

async function serveSocks(socket: Socket, { login, isTogether }: ForwardingOptions, notes: Notes): Promise<void> {
  notes.clients.push(socket.remoteAddress ?? '')
  const read = reader(socket)
  const methods = await read((await read(2))[1] ?? 0)
  const wanted = login === undefined ? 0 : 2
  if (!methods.includes(wanted)) return void socket.end(Buffer.from([5, 0xff]))
  socket.write(Buffer.from([5, wanted]))
  if (login !== undefined) {
    const user = await read((await read(2))[1] ?? 0)
    const password = await read((await read(1))[0] ?? 0)
    notes.logins.push(`${user}:${password}`)
    const isRight = notes.logins.at(-1) === `${login.user}:${login.password}`
    if (!isRight) return void socket.end(Buffer.from([1, 1]))
    socket.write(Buffer.from([1, 0]))
  }
  const kind = (await read(4))[3]
  const host = kind === 3 ? String(await read((await read(1))[0] ?? 0)) : address(await read(kind === 1 ? 4 : 16))
  const port = (await read(2)).readUInt16BE()
  notes.asked.push(`${host}:${port}`)
  forward(socket, port, {
    isTogether,
    granted: Buffer.from([5, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
    refused: Buffer.from([5, 5, 0, 1, 0, 0, 0, 0, 0, 0]),
  })
}

async function serveHttp(socket: Socket, { login, isTogether }: ForwardingOptions, notes: Notes): Promise<void> {
  notes.clients.push(socket.remoteAddress ?? '')
  const read = reader(socket)
  let head = ''
  while (!head.endsWith('\r\n\r\n')) head += String(await read(1))
  const [, authority = ''] = /^CONNECT (\S+) HTTP\/1\.1\r\n/.exec(head) ?? []
  if (login !== undefined) {
    const [, token] = /^proxy-authorization: Basic (\S+)\r$/im.exec(head) ?? []
    if (token !== undefined) notes.logins.push(Buffer.from(token, 'base64').toString())
    if (notes.logins.at(-1) !== `${login.user}:${login.password}`)
      return void socket.end(
        'HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n',
      )
  }
  notes.asked.push(authority)
  forward(socket, Number(authority.split(':').at(-1)), {
    isTogether,
    granted: Buffer.from('HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n'),
    refused: Buffer.from('HTTP/1.1 502 Bad Gateway\r\n\r\n'),
  })
}

type Answers = { readonly granted: Buffer; readonly refused: Buffer; readonly isTogether: boolean | undefined }

/** Whatever the name was: the server is on this machine. */
function forward(socket: Socket, port: number, { granted, refused, isTogether = false }: Answers): void {
  const server = connect({ port, host: '127.0.0.1' })
  let isGranted = false
  server.on('error', () => (isGranted ? socket.destroy() : socket.end(refused)))
  socket.on('close', () => server.destroy())
  const join = (said: Buffer) => {
    isGranted = true
    socket.write(Buffer.concat([granted, said]))
    socket.pipe(server)
    server.pipe(socket)
  }
  if (isTogether) server.once('data', join)
  else server.once('connect', () => join(Buffer.alloc(0)))
}

/** Reads so many octets; rejects when there will be no more. */
function reader(socket: Socket): (count: number) => Promise<Buffer> {
  return async (count) => {
    if (count === 0) return Buffer.alloc(0)
    for (;;) {
      const octets: Buffer | null = socket.read(count)
      if (octets !== null) return octets
      if (socket.readableEnded || socket.destroyed) throw new Error('The client hung up.')
      await new Promise<void>((resolve) => {
        for (const event of ['readable', 'end', 'close']) socket.once(event, resolve)
      })
    }
  }
}

const address = (octets: Buffer): string =>
  octets.length === 4 ? octets.join('.') : (octets.toString('hex').match(/.{4}/g) ?? []).join(':')
