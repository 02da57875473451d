// Finds out what a silent port speaks: says a TLS hello on a connection of its own, by the same way, and looks at the first octets that come.
import type { Socket } from 'node:net'
import { Duplex } from 'node:stream'
import { type ForeignProtocol, recogniseProtocol } from './foreign-protocols.ts'
import type { OpenBeside } from './peer.ts'
import { createTap, type Tap } from './tap.ts'

/** Octets after which nothing more is hoped for. */
const enough = 16

/** Null when nothing recognisable came in time. `openBeside` opens the connection. Never throws, and leaves nothing open. */
export async function probeProtocol(
  openBeside: OpenBeside,
  seconds: number,
  signal: AbortSignal,
): Promise<ForeignProtocol | null> {
  const limit = AbortSignal.any([signal, AbortSignal.timeout(Math.ceil(seconds * 1000))])
  const [hello, socket] = await Promise.all([
    clientHello(),
    openBeside({ tap: unheard(), seconds, signal: limit }).catch(() => null),
  ])
  return socket === null ? null : firstWords(socket, hello, limit)
}

function firstWords(socket: Socket, hello: Buffer, limit: AbortSignal): Promise<ForeignProtocol | null> {
  return new Promise((resolve) => {
    const end = (protocol: ForeignProtocol | null) => {
      limit.removeEventListener('abort', stop)
      socket.destroy()
      resolve(protocol)
    }
    const stop = () => end(null)
    limit.addEventListener('abort', stop)
    let answer: Buffer = Buffer.alloc(0)
    socket.on('data', (octets: Buffer) => {
      answer = Buffer.concat([answer, octets])
      const protocol = recogniseProtocol(answer)
      if (protocol !== null || answer.length >= enough) end(protocol)
    })
    socket.once('close', stop)
    socket.on('error', stop)
    socket.write(hello)
    if (limit.aborted) stop()
  })
}

/** The log is that of the other connection. */
const unheard = (): Tap => createTap({ id: '', add() {}, end() {} })

/** The octets that our own TLS would say first, caught before they go anywhere. */
async function clientHello(): Promise<Buffer> {
  // Loaded when it is needed and not before.
  const { connect } = await import('node:tls')
  return new Promise((resolve) => {
    const wire = new Duplex({
      read() {},
      write(octets: Buffer, _encoding, done) {
        resolve(octets)
        done()
        // The hello may be written before connect returns.
        queueMicrotask(() => tls.destroy())
      },
    })
    const tls = connect({ socket: wire, rejectUnauthorized: false })
    tls.on('error', () => {})
  })
}
