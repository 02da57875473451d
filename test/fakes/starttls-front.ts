// A mail server that speaks SMTP up to STARTTLS, and hands the octets behind it to a port that speaks TLS.
import { connect, type Socket } from 'node:net'
import { rawPeer } from './scripted-peer.ts'

export type FrontOptions = {
  /** Said one behind the other: to the connection, to EHLO, to STARTTLS. */
  readonly greeting?: string
  readonly hello?: string
  readonly ready?: string
  /** Whether it greets only whom it has heard EHLO of, as PIPECONNECT lets one. */
  readonly waitsForHello?: (connection: number) => boolean
}

export type Front = AsyncDisposable & {
  readonly port: number
  /** Lines that were heard, connection by connection. */
  readonly heard: readonly string[][]
}

export async function starttlsFront(tlsPort: number, options: FrontOptions = {}): Promise<Front> {
  const heard: string[][] = []
  const peer = await rawPeer((socket) => {
    heard.push([])
    converse(socket, tlsPort, heard.at(-1) ?? [], { ...options, connection: heard.length })
  })
  return { port: peer.port, heard, [Symbol.asyncDispose]: () => peer[Symbol.asyncDispose]() }
}

type Conversation = FrontOptions & { readonly connection: number }

function converse(socket: Socket, tlsPort: number, heard: string[], options: Conversation): void {
  const {
    greeting = '220 mx.example ESMTP',
    hello = '250-mx.example\r\n250 STARTTLS',
    ready = '220 Go ahead',
  } = options
  const waits = options.waitsForHello?.(options.connection) ?? false
  let text = ''
  if (!waits) socket.write(`${greeting}\r\n`)
  const onData = (chunk: Buffer) => {
    text += chunk.toString('latin1')
    for (let end = text.indexOf('\r\n'); end !== -1; end = text.indexOf('\r\n')) {
      const line = text.slice(0, end)
      text = text.slice(end + 2)
      heard.push(line)
      if (line.startsWith('EHLO')) socket.write(`${waits ? `${greeting}\r\n` : ''}${hello}\r\n`)
      else if (line.startsWith('QUIT')) socket.end('221 Bye\r\n')
      else if (line === 'STARTTLS') {
        socket.write(`${ready}\r\n`)
        if (!ready.startsWith('220')) continue
        socket.off('data', onData)
        splice(socket, tlsPort)
      }
    }
  }
  socket.on('data', onData)
}

function splice(socket: Socket, tlsPort: number): void {
  const tls = connect({ host: '127.0.0.1', port: tlsPort, noDelay: true })
  tls.on('error', () => socket.destroy()).on('close', () => socket.end())
  socket.on('close', () => tls.destroy())
  socket.pipe(tls).pipe(socket)
}
