// A TLS server with the holes of old ones: it takes ChangeCipherSpec at any time, tells paddings apart, or echoes what it should
// not. Without a hole it is a sound one of TLS 1.2, which does its handshakes itself up to there.
import { constants, createPrivateKey, privateDecrypt, randomBytes, X509Certificate } from 'node:crypto'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { type Issued, issue } from './certificates.ts'
import { alert, certificates, type HeardHello, hearHello, helloDone, inRecord, serverHello } from './tls-messages.ts'

export type Hole = 'early CCS' | 'padding' | 'echo' | null

export type BrokenTls = AsyncDisposable & { readonly port: number }

const rsaSuite = 0x002f
const issuer = await issue({ name: 'Authority', isAuthority: true })

/** `hole`: none for a sound server. */
export async function brokenTls(hole: Hole): Promise<BrokenTls> {
  const { key, certificate } = await issue({ name: 'mx.example', names: ['mx.example'], issuer, hasRsaKey: true })
  const inner = createTlsServer({ key, cert: certificate, minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' })
  inner
    .on('tlsClientError', () => {})
    .on('secureConnection', (socket) => {
      socket.on('error', () => {}).write('220 mx.example\r\n')
      socket.on('data', (octets: Buffer) => {
        const text = octets.toString()
        if (/^EHLO/.test(text)) socket.write('250 mx.example\r\n')
        else if (/^QUIT/.test(text)) socket.end('221 Bye\r\n')
        else socket.write('250 OK\r\n')
      })
    })
  const sockets = new Set<Socket>()
  inner.on('connection', (socket: Socket) => sockets.add(socket))
  const innerPort = await listening(inner)
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket)
    socket.on('error', () => {}).on('close', () => sockets.delete(socket))
    socket.once('data', (octets: Buffer) => {
      const hello = hearHello(octets)
      if (hello !== null && isByHand(hello, hole)) return byHand(socket, hello, hole, { key, certificate })
      const through = connect(innerPort, '127.0.0.1')
      sockets.add(through)
      through.on('error', () => {}).write(octets)
      socket.pipe(through).pipe(socket)
    })
  })
  return {
    port: await listening(server),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await Promise.all([server, inner].map((one) => new Promise((resolve) => one.close(resolve))))
    },
  }
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Hellos that only a probe says; everything else gets a handshake that is whole. */
function isByHand({ sessionId, suites, versions }: HeardHello, hole: Hole): boolean {
  if (versions.length > 0) return false
  if (hole === 'echo') return sessionId.length === 1
  const isForRsa = suites.includes(rsaSuite) && !suites.includes(0xc02f)
  return hole === 'padding' ? isForRsa : hole === 'early CCS' && sessionId.length === 0 && suites.includes(0xc02f)
}

type Identity = Pick<Issued, 'key' | 'certificate'>

function byHand(socket: Socket, hello: HeardHello, hole: Hole, { key, certificate }: Identity): void {
  const sessionId = hole === 'echo' ? Buffer.concat([hello.sessionId, randomBytes(31)]) : Buffer.alloc(0)
  const chain = certificates(new X509Certificate(certificate).raw)
  socket.write(inRecord(serverHello({ suite: rsaSuite, sessionId }), chain, helloDone))
  let count = 0
  socket.on('data', (octets: Buffer) => {
    count += 1
    // The first is taken as if it were in order; with the next it has a key already.
    if (hole === 'early CCS' && count === 2) socket.end(alert(20))
    if (hole === 'padding') socket.end(alert(isPadded(octets, key) ? 20 : 51))
  })
}

/** `16 0303 length | 10 length24 | length16 | encrypted` */
function isPadded(octets: Buffer, key: string): boolean {
  const encrypted = octets.subarray(11, 11 + octets.readUInt16BE(9))
  const plain = privateDecrypt({ key: createPrivateKey(key), padding: constants.RSA_NO_PADDING }, encrypted)
  return plain[0] === 0 && plain[1] === 2 && plain.indexOf(0, 2) === plain.length - 49
}
