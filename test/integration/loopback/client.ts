// A client that is told each octet it sends, and reads replies one by one. It knows no rules, so that it can break them.
import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { type ConnectionOptions, connect as connectTls, type TLSSocket } from 'node:tls'
import { authority } from './test-server.ts'

export type Client = {
  /** Sends the octets as they are; a text as Latin-1. */
  send(octets: string | Uint8Array): void
  /** The next reply, all its lines, endings left out; throws when the server closes first. */
  reply(): Promise<string>
  /** Sends a line and reads its reply. */
  ask(line: string): Promise<string>
  startTls(): Promise<void>
  /** All that comes until the server closes. */
  rest(): Promise<string>
  /** Closes our half. */
  end(): void
  drop(): void
}

const tlsOptions: ConnectionOptions = { ca: authority.certificate, servername: 'localhost' }

export async function connect(port: number, host = '127.0.0.1'): Promise<Client> {
  const socket = connectTcp({ port, host })
  await once(socket, 'connect')
  return createClient(socket)
}

export async function connectSecurely(port: number, host = '127.0.0.1'): Promise<Client> {
  const socket = connectTls({ port, host, ...tlsOptions })
  await once(socket, 'secureConnect')
  return createClient(socket)
}

function createClient(first: Socket | TLSSocket): Client {
  let socket = first
  let received = ''
  let isClosed = false
  let wake = () => {}
  const listen = () => {
    socket.setNoDelay(true)
    socket.on('data', (octets: Buffer) => {
      received += octets.toString('latin1')
      wake()
    })
    for (const event of ['end', 'close', 'error'] as const)
      socket.on(event, () => {
        isClosed = true
        wake()
      })
  }
  const more = () => new Promise<void>((resolve) => (wake = resolve))
  listen()

  const client: Client = {
    send: (octets) => void socket.write(typeof octets === 'string' ? Buffer.from(octets, 'latin1') : octets),
    async reply() {
      for (;;) {
        const whole = /^(?:\d{3}-[^\r\n]*\r\n)*\d{3} [^\r\n]*\r\n/.exec(received)
        if (whole !== null) {
          received = received.slice(whole[0].length)
          return whole[0].trimEnd().replaceAll('\r\n', '\n')
        }
        if (isClosed) throw new Error(`closed before a reply came; there was ${JSON.stringify(received)}`)
        await more()
      }
    },
    async ask(line) {
      client.send(`${line}\r\n`)
      return client.reply()
    },
    async startTls() {
      socket.removeAllListeners()
      const secured = connectTls({ socket, ...tlsOptions })
      await once(secured, 'secureConnect')
      socket = secured
      listen()
    },
    async rest() {
      while (!isClosed) await more()
      socket.destroy()
      return received
    },
    end: () => void socket.end(),
    drop: () => void socket.destroy(),
  }
  return client
}
