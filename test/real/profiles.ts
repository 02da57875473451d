// The three ways into the real mail server, as a profile has them.
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import type { Access } from '../../electron/engine/delivery/index.ts'
import type { MailServer } from './mail-server.ts'

export type RealProfile = {
  readonly name: string
  readonly port: number
  readonly security: Access['security']
  readonly hasLogin: boolean
}

export const realProfiles: readonly RealProfile[] = [
  { name: '25 with STARTTLS, without login', port: 25, security: 'starttls', hasLogin: false },
  { name: '587 with STARTTLS and login', port: 587, security: 'starttls', hasLogin: true },
  { name: '465 with implicit TLS and login', port: 465, security: 'tls', hasLogin: true },
]

export function accessTo(server: MailServer, { port, security, hasLogin }: RealProfile): Access {
  const { authority, users } = server
  return {
    route: 'relay',
    host: 'localhost',
    port,
    security,
    login: hasLogin ? { user: 'ana@heloise.test', mechanism: 'automatic', allowPlaintext: false } : null,
    secret: hasLogin ? users.ana.password : null,
    certificate: { pin: null, authorities: authority.pem, name: null },
    tls: { client: null, minVersion: null, maxVersion: null, ciphers: null },
    clientKey: null,
    connection: usualConnection,
    policies: noPolicies,
    proxySecret: null,
    ehloName: null,
  }
}
