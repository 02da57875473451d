// An MX host that takes mail: plain SMTP with STARTTLS where it has a certificate, on any loopback address.
import { createServer, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { Issued } from './certificates.ts'

export type MxPeerOptions = {
  readonly address?: string
  /** 0 picks a free one. */
  readonly port?: number
  /** Leaf first; without it there is no STARTTLS. */
  readonly chain?: readonly Issued[]
  readonly greeting?: string
  readonly offers?: readonly string[]
  /** Replies by verb, instead of the usual ones. */
  readonly replies?: Readonly<Record<string, string>>
}

export type MxPeer = AsyncDisposable & {
  readonly port: number
  /** MAIL and RCPT as they arrived, `TLS` and the name that was asked for before those that were encrypted. */
  readonly heard: readonly string[]
}

export async function mxPeer(options: MxPeerOptions = {}): Promise<MxPeer> {
  const heard: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    const { greeting = '220 mx ESMTP' } = options
    socket.write(`${greeting}\r\n`)
    if (greeting.startsWith('220')) serve(socket, options, heard)
    else socket.end()
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, options.address ?? '127.0.0.1', resolve)
  })
  const place = server.address()
  return {
    port: typeof place === 'object' && place !== null ? place.port : 0,
    heard,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function serve(socket: Socket, options: MxPeerOptions, heard: string[]): void {
  let buffered = ''
  let isData = false
  const onData = (octets: Buffer) => {
    buffered += octets.toString('utf8')
    for (let end = buffered.indexOf('\r\n'); end !== -1; end = buffered.indexOf('\r\n')) {
      const line = buffered.slice(0, end)
      buffered = buffered.slice(end + 2)
      if (isData) {
        if (line !== '.') continue
        isData = false
        socket.write('250 2.0.0 Taken\r\n')
        continue
      }
      const verb = line.split(' ')[0]?.toUpperCase() ?? ''
      if (verb === 'MAIL' || verb === 'RCPT') heard.push(line)
      if (verb === 'STARTTLS' && options.chain && !options.replies?.STARTTLS) {
        socket.off('data', onData)
        return startTls(socket, options, heard)
      }
      isData = verb === 'DATA'
      socket.write(`${options.replies?.[verb] ?? replyTo(verb, options, socket)}\r\n`)
      if (verb === 'QUIT') socket.end()
    }
  }
  socket.on('data', onData)
}

function replyTo(verb: string, { chain, offers = [], replies }: MxPeerOptions, socket: Socket): string {
  switch (verb) {
    case 'EHLO': {
      const hasTls = (chain !== undefined || replies?.STARTTLS !== undefined) && !(socket instanceof TLSSocket)
      const lines = ['mx', ...(hasTls ? ['STARTTLS'] : []), ...offers]
      return lines.map((line, index) => `250${index === lines.length - 1 ? ' ' : '-'}${line}`).join('\r\n')
    }
    case 'DATA':
      return '354 Go'
    case 'QUIT':
      return '221 Bye'
    default:
      return '250 OK'
  }
}

function startTls(raw: Socket, options: MxPeerOptions, heard: string[]): void {
  const { chain = [] } = options
  raw.write('220 Ready\r\n')
  const cert = chain.map(({ certificate }) => certificate).join('\n')
  const socket = new TLSSocket(raw, {
    isServer: true,
    key: chain[0]?.key,
    cert,
    SNICallback(name, done) {
      heard.push(`TLS ${name}`)
      done(null)
    },
  })
  socket.on('error', () => {})
  serve(socket, options, heard)
}
