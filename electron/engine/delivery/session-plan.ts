// How a session with one host is to go, told from how a profile reaches its server.

import { literalAddress, unixPath } from '#shared/address/index.ts'
import { assertNever } from '#shared/assert-never.ts'
import { needsSecret } from '#shared/values/mechanisms.ts'
import type { StopPoint } from '#shared/values/stage.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import { type TlsWish, wayOf } from '../net/index.ts'
import { type SessionPlan, type TimeLimits, timeLimits } from '../smtp/index.ts'
import type { HostDemand } from './domain-policy.ts'
import type { Access, Manner } from './order.ts'

export type PlanOptions = {
  readonly stopAfter: StopPoint | null
  readonly limits: TimeLimits
  readonly wire?: WireOptions
}

export const planOptions = ({ replyTimeout, wire }: Manner, stopAfter: StopPoint | null): PlanOptions => ({
  stopAfter,
  limits: timeLimits(replyTimeout),
  ...(wire === undefined ? {} : { wire }),
})

export function relayPlan(access: Access, options: PlanOptions): SessionPlan {
  const { security, certificate, tls, login, secret, ehloName } = access
  return {
    ...options,
    way: wayOf(access.connection, access.proxySecret),
    security,
    ehloName,
    certificate: {
      // A path has no name that a certificate could cover; the machine has.
      name: certificate.name ?? (unixPath(access.host) === null ? bareHost(access.host) : 'localhost'),
      pin: certificate.pin,
      authorities: certificate.authorities,
      ...clientIdentity(access),
      terms: tls,
    },
    trust: relayTrust(access),
    login: login === null ? null : { ...login, secret: secret ?? '' },
  }
}

/** Absent without a certificate of ours. */
function clientIdentity({ tls, clientKey }: Access): Pick<TlsWish, 'client'> {
  return clientKey === null ? {} : { client: { certificate: tls.client, key: clientKey } }
}

/** An MX host is reached by the same way; it gets neither login nor client certificate, and is checked by its own name, or as its domain demands. */
export function mxPlan(access: Access, host: string, demand: HostDemand, options: PlanOptions): SessionPlan {
  const { security, certificate, tls, ehloName } = access
  const usual = { name: host, pin: null, authorities: certificate.authorities, terms: tls }
  const way = wayOf(access.connection, access.proxySecret)
  const session = { ...options, way, ehloName, login: null }
  // Implicit TLS is no less than STARTTLS.
  const encrypted = security === 'tls' ? security : 'starttls'
  switch (demand.kind) {
    case 'nothing': {
      const isOpportunistic = security === 'starttls-if-offered' && certificate.authorities === null
      return { ...session, security, certificate: usual, trust: isOpportunistic ? 'reported' : 'required' }
    }
    case 'mta-sts':
      return { ...session, security: encrypted, certificate: usual, trust: 'required' }
    case 'dane': {
      // RFC 7672 §8.1: SNI is the name below which the records are.
      const byRecords = { ...usual, name: demand.base, authorities: null, dane: demand.wish }
      return { ...session, security: encrypted, certificate: byRecords, trust: 'required' }
    }
    case 'dane-unusable':
      return { ...session, security: encrypted, certificate: usual, trust: 'reported' }
    default:
      return assertNever(demand)
  }
}

/**
 * Where plain text would do, encryption with a certificate that does not hold is still better than none (RFC 7435 §3):
 * it is reported then. Not so where the person named whom to trust, or where a secret is to travel.
 */
function relayTrust({ security, certificate, login }: Access): SessionPlan['trust'] {
  const isOpportunistic =
    security === 'starttls-if-offered' && certificate.pin === null && certificate.authorities === null
  const hasSecret = login !== null && needsSecret(login.mechanism) && !login.allowPlaintext
  return isOpportunistic && !hasSecret ? 'reported' : 'required'
}

/** `[::1]` and `[IPv6:::1]` are reached and checked as `::1`. */
export function bareHost(host: string): string {
  return literalAddress(host) ?? host.replace(/^\[(.*)\]$/, '$1')
}
