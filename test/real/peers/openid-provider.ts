// A real OpenID provider on 127.0.0.1 (oidc-provider), whose tokens a mail server asks it about (RFC 7662).
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import Provider, { type ClientMetadata } from 'oidc-provider'
import { freePorts } from '../mail-server/needs.ts'
import { people } from './people.ts'

export type OpenIdProvider = AsyncDisposable & {
  /** A fresh token for a mail address, by the grant `client_credentials` (RFC 6749 §4.4). */
  token(address: string, scope?: 'mail' | 'brief'): Promise<string>
  /** Takes a token back (RFC 7009). */
  revoke(address: string, token: string): Promise<void>
  /** Where the mail server asks, with its own name and password. */
  readonly introspectionUrl: string
}

/** A token of the scope `brief` lives as long. */
export const briefSeconds = 1

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const [port = 0] = await freePorts(1)
  const issuer = `http://127.0.0.1:${port}`
  const server = createServer(createProvider(issuer).callback())
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const ask = async (path: string, address: string, fields: Record<string, string>) => {
    const authorization = `Basic ${btoa(`${encodeURIComponent(address)}:${secret}`)}`
    const body = new URLSearchParams(fields)
    const answer = await fetch(`${issuer}${path}`, { method: 'POST', headers: { authorization }, body })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`The OpenID provider answers ${answer.status}: ${text}`)
    return text
  }
  return {
    introspectionUrl: `http://${asker}:${secret}@127.0.0.1:${port}/token/introspection`,
    async token(address, scope = 'mail') {
      const answer: unknown = JSON.parse(await ask('/token', address, { grant_type: 'client_credentials', scope }))
      if (typeof answer === 'object' && answer !== null && 'access_token' in answer) return String(answer.access_token)
      throw new Error('The OpenID provider gives no token.')
    },
    async revoke(address, token) {
      await ask('/token/revocation', address, { token })
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

/** The mail server as a client of the provider. */
const asker = 'mail-server'
const secret = randomBytes(24).toString('hex')

function createProvider(issuer: string): Provider {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const client = (name: string): ClientMetadata => ({
    client_id: name,
    client_secret: secret,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
    scope: 'mail brief',
    id_token_signed_response_alg: 'ES256',
  })
  return new Provider(issuer, {
    clients: [asker, people.ana.address, people.luis.address].map(client),
    scopes: ['mail', 'brief'],
    features: {
      clientCredentials: { enabled: true },
      introspection: { enabled: true, allowedPolicy: (_context, { clientId }) => clientId === asker },
      revocation: { enabled: true, allowedPolicy: (_context, { clientId }, token) => token.clientId === clientId },
      devInteractions: { enabled: false },
    },
    ttl: { ClientCredentials: (_context, token) => (token.scope === 'brief' ? briefSeconds : 600) },
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [secret] },
  })
}
