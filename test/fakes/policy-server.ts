// A web server that has MTA-STS policies, by HTTPS on a free loopback port.
import type { RequestListener } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { Issued } from './certificates.ts'

export type PolicyServer = AsyncDisposable & { readonly port: number; readonly asked: readonly string[] }

/** `answer`: the text of the policy, or what to do with a request. */
export async function policyServer(
  { key, certificate }: Issued,
  answer: string | RequestListener,
): Promise<PolicyServer> {
  const asked: string[] = []
  const server = createServer({ key, cert: certificate }, (request, response) => {
    asked.push(`${request.method} ${request.headers.host?.replace(/:\d+$/, '')} ${request.url}`)
    if (typeof answer === 'function') return answer(request, response)
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end(answer)
  })
  server.on('tlsClientError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    asked,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

export const policyText = (mode: string, ...mx: readonly string[]): string =>
  ['version: STSv1', `mode: ${mode}`, ...mx.map((one) => `mx: ${one}`), 'max_age: 604800', ''].join('\r\n')
