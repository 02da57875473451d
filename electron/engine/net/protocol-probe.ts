// Finds out what a silent port speaks: says a TLS hello on a connection of its own and looks at the first octets that come.
import { connect } from 'node:net'
import { Duplex } from 'node:stream'
import { connect as connectTls } from 'node:tls'
import { type ForeignProtocol, recogniseProtocol } from './foreign-protocols.ts'

export type ProbeTarget = { readonly address: string; readonly port: number }

/** Octets after which nothing more is hoped for. */
const enough = 16

/** Null when nothing recognisable came in time. Never throws, and leaves nothing open. */
export async function probeProtocol(
  target: ProbeTarget,
  seconds: number,
  signal: AbortSignal,
): Promise<ForeignProtocol | null> {
  const hello = await clientHello()
  return new Promise((resolve) => {
    const socket = connect({ host: target.address, port: target.port })
    const end = (protocol: ForeignProtocol | null) => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
      socket.destroy()
      resolve(protocol)
    }
    const stop = () => end(null)
    const timer = setTimeout(stop, seconds * 1000)
    signal.addEventListener('abort', stop)
    socket.once('connect', () => socket.write(hello))
    let answer: Buffer = Buffer.alloc(0)
    socket.on('data', (octets: Buffer) => {
      answer = Buffer.concat([answer, octets])
      const protocol = recogniseProtocol(answer)
      if (protocol !== null || answer.length >= enough) end(protocol)
    })
    socket.once('close', stop)
    socket.on('error', stop)
    if (signal.aborted) stop()
  })
}

/** The octets that our own TLS would say first, caught before they go anywhere. */
function clientHello(): Promise<Buffer> {
  return new Promise((resolve) => {
    const wire = new Duplex({
      read() {},
      write(octets: Buffer, _encoding, done) {
        resolve(octets)
        done()
        // The hello may be written before connectTls returns.
        queueMicrotask(() => tls.destroy())
      },
    })
    const tls = connectTls({ socket: wire, rejectUnauthorized: false })
    tls.on('error', () => {})
  })
}
