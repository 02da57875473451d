// A server on a free loopback port that says its lines and waits for the client's, in the order of a script.

import { createServer, type Server, type Socket } from 'node:net'
import { setImmediate as turn } from 'node:timers/promises'
import { TLSSocket } from 'node:tls'
import type { Script, Step } from './transcript.ts'

export type PeerOptions = {
  /** `octets`: each octet is written by itself. A number: what is said in one turn is cut behind so many octets. */
  readonly cut?: 'lines' | 'octets' | number
  /** After so many octets of its words the end comes, wherever that is. */
  readonly octets?: number
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

/** A reset, but not before the client had time to see that it is connected, and to read what was said. */
export async function resetSoon(_: Socket, raw: Socket): Promise<void> {
  await turn()
  await turn()
  raw.resetAndDestroy()
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
  const { cut = 'lines', octets = Number.POSITIVE_INFINITY, atEnd = (socket) => socket.end() } = options
  let socket = raw
  let lines = lineReader(socket)
  let left = octets
  for (const step of inTurns(steps)) {
    if (step.kind === 'silence') return
    if (step.kind === 'reset') return void raw.resetAndDestroy()
    if (step.kind === 'hang up') return void socket.end()
    if (step.kind === 'server') {
      const words = Buffer.from(step.text)
      for (const piece of pieces(words.subarray(0, left), cut)) {
        socket.write(piece)
        if (cut !== 'lines') await turn()
      }
      left -= words.length
      if (left < 0) break
    } else if (step.kind === 'client') {
      const line = await lines.next()
      if (line === null) return
      received.push(line)
    } else {
      lines.stop()
      socket = startTls(raw, options)
      lines = lineReader(socket)
    }
  }
  atEnd(socket, raw)
}

/** What the server says without waiting is one step, line ends and all. */
function inTurns(steps: readonly Step[]): Step[] {
  const turns: Step[] = []
  for (const step of steps) {
    const last = turns.at(-1)
    if (step.kind !== 'server') turns.push(step)
    else if (last?.kind === 'server') turns[turns.length - 1] = { ...last, text: `${last.text}${step.text}\r\n` }
    else turns.push({ ...step, text: `${step.text}\r\n` })
  }
  return turns
}

function pieces(words: Buffer, cut: NonNullable<PeerOptions['cut']>): Buffer[] {
  if (cut === 'lines')
    return words
      .toString('latin1')
      .split(/(?<=\n)/)
      .map((line) => Buffer.from(line, 'latin1'))
  if (cut === 'octets') return Array.from(words, (octet) => Buffer.from([octet]))
  return [words.subarray(0, cut), words.subarray(cut)].filter(({ length }) => length > 0)
}

function startTls(raw: Socket, { identity }: PeerOptions): Socket {
  if (identity === undefined) throw new Error('The script has TLS, but the peer has no certificate.')
  const socket = new TLSSocket(raw, { isServer: true, key: identity.key, cert: identity.certificate })
  socket.on('error', () => {})
  return socket
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
