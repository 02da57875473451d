// A server inside TLS whose one account knows SCRAM with channel binding, and may ask for a client certificate.
import { createHash, X509Certificate } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { createServer, type TLSSocket, type TlsOptions } from 'node:tls'
import type { Issued } from './certificates.ts'
import { challenge, decoded } from './login-peer.ts'
import { scramServer } from './scram-server.ts'

export type SaslTlsPeer = AsyncDisposable & {
  readonly port: number
  /** The gs2 headers that came, one a login. */
  readonly headers: readonly string[]
  /** Subjects of the client certificates, one a connection; null for none. */
  readonly clients: readonly (string | null)[]
}

type Options = TlsOptions & {
  readonly mechanisms: string
  readonly password: string
  readonly knows?: readonly string[]
}

/** `knows`: the channel bindings that it takes. */
export async function saslTlsPeer(
  identity: Issued,
  { mechanisms, password, knows = [], ...tls }: Options,
): Promise<SaslTlsPeer> {
  const headers: string[] = []
  const clients: (string | null)[] = []
  const server = createServer({ key: identity.key, cert: identity.certificate, ...tls }, (socket) => {
    clients.push(socket.getPeerX509Certificate()?.subject ?? null)
    socket.on('error', () => {})
    socket.write('220 mx.example ESMTP\r\n')
    let account = scramServer('sha256', password)
    let header = ''
    const answer = (line: string): string => {
      const [, name, initial = ''] = /^AUTH (\S+) ?(\S*)$/.exec(line) ?? []
      if (line.startsWith('EHLO')) return `250-mx.example\r\n250 AUTH ${mechanisms}`
      if (line === 'QUIT') return '221 Bye'
      if (name === 'EXTERNAL') return clients.at(-1) === null ? '535 Who are you?' : '235 Welcome'
      if (name !== undefined) {
        account = scramServer('sha256', password)
        header = /^[^,]*,[^,]*,/.exec(decoded(initial))?.[0] ?? ''
        headers.push(header)
        const binding = /^p=([^,]*)/.exec(header)?.[1]
        if (binding !== undefined && !knows.includes(binding)) return challenge('e=unsupported-channel-binding-type')
        return challenge(account.first(decoded(initial)))
      }
      if (line === '' || line === '*') return line === '' ? '235 Welcome' : '501 Cancelled'
      const [, bound = ''] = /^c=([^,]*)/.exec(decoded(line)) ?? []
      const expected = Buffer.concat([Buffer.from(header), dataOf(header, socket, identity)])
      return challenge(
        expected.toString('base64') === bound ? account.final(decoded(line)) : 'e=channel-bindings-dont-match',
      )
    }
    socket.on('data', (octets) => {
      for (const line of octets.toString().split('\r\n').slice(0, -1)) socket.write(`${answer(line)}\r\n`)
    })
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    headers,
    clients,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** RFC 9266 §2, RFC 5929 §4 for a certificate signed with SHA-256. */
function dataOf(header: string, socket: TLSSocket, { certificate }: Issued): Buffer {
  if (header.startsWith('p=tls-exporter'))
    return socket.exportKeyingMaterial(32, 'EXPORTER-Channel-Binding', Buffer.alloc(0))
  if (!header.startsWith('p=')) return Buffer.alloc(0)
  return createHash('sha256').update(new X509Certificate(certificate).raw).digest()
}
