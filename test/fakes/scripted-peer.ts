// A server on a free loopback port that says its lines and waits for the client's, in the order of a script.

import { createServer, type Server, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { TLSSocket } from 'node:tls'
import type { Script, Step } from './transcript.ts'

export type PeerOptions = {
  /** `octets`: each octet of a line is written by itself. */
  readonly cut?: 'lines' | 'octets'
  readonly identity?: { readonly key: string; readonly certificate: string }
  /** What is done at the end of a connection's script; hanging up without it. `raw`: the connection below TLS. */
  readonly atEnd?: (socket: Socket, raw: Socket) => unknown
}

export type Peer = AsyncDisposable & {
  readonly port: number
  /** The lines that arrived, as they were on the wire. */
  readonly received: readonly string[]
  /** Resolves once every connection is closed at both ends: whoever waits for it shows that nothing was left open. */
  allClosed(): Promise<void>
}

export async function scriptedPeer(script: Script, options: PeerOptions = {}): Promise<Peer> {
  const received: string[] = []
  const rest = [...script]
  const peer = await rawPeer((socket) => void play(socket, rest.shift() ?? [], received, options))
  return { ...peer, received }
}

/** A server that does with each connection what it is told. */
export async function rawPeer(onConnection: (socket: Socket) => void): Promise<Peer> {
  const sockets = new Set<Socket>()
  let wake = () => {}
  const server: Server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => {
      sockets.delete(socket)
      if (sockets.size === 0) wake()
    })
    onConnection(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    received: [],
    allClosed: async () => {
      if (sockets.size > 0) await new Promise<void>((resolve) => (wake = resolve))
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function play(raw: Socket, steps: readonly Step[], received: string[], options: PeerOptions): Promise<void> {
  let socket = raw
  let lines = lineReader(socket)
  for (const step of steps) {
    if (step.kind === 'silence') return
    if (step.kind === 'reset') return void raw.resetAndDestroy()
    if (step.kind === 'server') await say(socket, `${step.text}\r\n`, options.cut ?? 'lines')
    else if (step.kind === 'client') {
      const line = await lines.next()
      if (line === null) return
      received.push(line)
    } else if (step.kind === 'tls') {
      lines.stop()
      socket = startTls(raw, options)
      lines = lineReader(socket)
    } else return void socket.end()
  }
  if (options.atEnd === undefined) socket.end()
  else options.atEnd(socket, raw)
}

function startTls(raw: Socket, { identity }: PeerOptions): Socket {
  if (identity === undefined) throw new Error('The script has TLS, but the peer has no certificate.')
  const socket = new TLSSocket(raw, { isServer: true, key: identity.key, cert: identity.certificate })
  socket.on('error', () => {})
  return socket
}

async function say(socket: Socket, text: string, cut: 'lines' | 'octets'): Promise<void> {
  if (cut === 'lines') return void socket.write(text)
  for (const octet of Buffer.from(text)) {
    socket.write(Buffer.from([octet]))
    await turn()
  }
}

function lineReader(socket: Socket): { next(): Promise<string | null>; stop(): void } {
  let buffered = ''
  let isOver = false
  let wake = () => {}
  const onData = (chunk: Buffer) => {
    buffered += chunk.toString('utf8')
    wake()
  }
  const onEnd = () => {
    isOver = true
    wake()
  }
  socket.on('data', onData).on('close', onEnd).on('end', onEnd)
  return {
    async next() {
      for (;;) {
        const end = buffered.indexOf('\r\n')
        if (end !== -1) {
          const line = buffered.slice(0, end)
          buffered = buffered.slice(end + 2)
          return line
        }
        if (isOver) return null
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    stop() {
      socket.off('data', onData)
      socket.pause()
    },
  }
}
