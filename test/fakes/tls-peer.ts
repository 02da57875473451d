// A mail server that speaks TLS from the first octet and knows just enough SMTP to take a mail.

import type { AddressInfo } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import type { Issued } from './certificates.ts'

/** Leaf first. */
export async function tlsPeer(
  chain: readonly Issued[],
  options: TlsOptions = {},
): Promise<AsyncDisposable & { port: number }> {
  const cert = chain.map(({ certificate }) => certificate).join('\n')
  const server = createServer({ key: chain[0]?.key, cert, ...options }, (socket) => {
    socket.on('error', () => {})
    socket.write('220 mx.example ESMTP\r\n')
    socket.on('data', (octets) => {
      const command = octets.toString()
      if (command.startsWith('EHLO')) socket.write('250-mx.example\r\n250 AUTH PLAIN\r\n')
      else if (command.startsWith('QUIT')) socket.end('221 Bye\r\n')
      else socket.write('235 OK\r\n')
    })
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    port,
    async [Symbol.asyncDispose]() {
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
