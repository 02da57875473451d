// How the way through a proxy fails. The facts name the proxy and the server beyond it; its password is in none of them.
import { placeName } from '#shared/address/index.ts'
import { type FailureDetails, type SmtpError, smtpError } from '../smtp-error.ts'
import type { ProxyAccess } from './way.ts'

export type TunnelTarget = { readonly host: string; readonly port: number; readonly proxy: ProxyAccess }
export type ProxyFailureKind =
  | 'proxy-unreachable'
  | 'proxy-timed-out'
  | 'proxy-not-spoken'
  | 'proxy-login-refused'
  | 'proxy-refused'
  | 'proxy-cannot-reach'

/** `reason`: one clause; its Spanish is in shared/explain/spanish-phrases.ts. */
export function proxyFailure(
  target: TunnelTarget,
  kind: ProxyFailureKind,
  reason: string,
  { facts, cause }: FailureDetails = {},
): SmtpError {
  const { host, port, proxy } = target
  const message = `${sentences[kind](placeName(proxy), placeName(target))}: ${reason}.`
  return smtpError(kind, 'connect', message, {
    facts: { host, port: String(port), proxy: placeName(proxy), reason, ...facts },
    cause,
  })
}

export function proxyTimedOut(target: TunnelTarget, command: string, seconds: number): SmtpError {
  return proxyFailure(target, 'proxy-timed-out', `no answer within ${seconds} seconds`, {
    facts: { command, seconds: String(seconds) },
  })
}

const sentences: Record<ProxyFailureKind, (proxy: string, server: string) => string> = {
  'proxy-unreachable': (proxy) => `No connection to the proxy ${proxy}`,
  'proxy-timed-out': (proxy) => `The proxy ${proxy} is silent`,
  'proxy-not-spoken': (proxy) => `What answers at ${proxy} is not the proxy that was expected`,
  'proxy-login-refused': (proxy) => `The proxy ${proxy} does not let us in`,
  'proxy-refused': (proxy, server) => `The proxy ${proxy} refuses a connection to ${server}`,
  'proxy-cannot-reach': (proxy, server) => `The proxy ${proxy} does not reach ${server}`,
}
