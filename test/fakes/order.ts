// Orders and tools for tests: a relay on this machine, sessions kept in memory.
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import type { Access, DeliveryOrder, DeliveryTools } from '../../electron/engine/delivery/index.ts'
import { composedMail } from './composed-mail.ts'
import { memoryRecorder, type RecordedSession } from './recorder.ts'
import { fakeResolver } from './resolver.ts'

export type OrderWish = Partial<Omit<DeliveryOrder, 'access'>> & { readonly access?: Partial<Access> }

export function relayOrder(port: number, { access, ...rest }: OrderWish = {}): DeliveryOrder {
  return { access: relayAccess(port, access), mail: composedMail(), stopAfter: null, replyTimeout: 5, ...rest }
}

export function relayAccess(port: number, wish: Partial<Access> = {}): Access {
  return {
    route: 'relay',
    host: '127.0.0.1',
    port,
    security: 'none',
    login: null,
    secret: null,
    certificate: { pin: null, authorities: null, name: null },
    tls: { client: null, minVersion: null, maxVersion: null, ciphers: null },
    clientKey: null,
    connection: usualConnection,
    policies: noPolicies,
    proxySecret: null,
    ehloName: 'client.example',
    ...wish,
  }
}

export function deliveryTools(wish: Partial<DeliveryTools> = {}): DeliveryTools & { sessions: RecordedSession[] } {
  const { recorder, sessions } = memoryRecorder()
  return { recorder, sessions, resolver: fakeResolver(), signal: new AbortController().signal, ...wish }
}
