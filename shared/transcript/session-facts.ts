// What a session did, read back from its entries: the other end, encryption, login, envelope.
import type { Entry } from '../values/transcript.ts'

export type SessionFacts = {
  readonly host: string
  readonly port: number
  readonly proxy: SessionProxy | null
  /** The address that was chosen to go out from. */
  readonly localAddress: string | null
  readonly security: 'none' | 'starttls' | 'tls'
  readonly ehloName: string | null
  readonly mechanism: string | null
  /** The empty string is the null sender. */
  readonly from: string | null
  readonly to: readonly string[]
  /** Whether a mail was handed over. */
  readonly hasMail: boolean
}

/** `place`: host and port. */
export type SessionProxy = { readonly kind: 'socks5' | 'http'; readonly place: string; readonly hasLogin: boolean }

/** Null when the entries do not tell which server it was. */
export function sessionFacts(entries: readonly Entry[]): SessionFacts | null {
  const connected = entries.filter(({ kind, facts }) => kind === 'connect' && facts.outcome === 'connected')
  const facts = connected.find((entry) => entry.facts.isProxy !== true)?.facts ?? {}
  const { host, port } = facts
  const localAddress = connected.find((entry) => entry.facts.localAddress !== undefined)?.facts.localAddress
  if (typeof host !== 'string' || typeof port !== 'number') return null
  const lines = entries
    .filter(({ direction, kind }) => direction === 'client' && kind === 'line')
    .map(({ text }) => text)
  const matches = (pattern: RegExp) => lines.flatMap((line) => pattern.exec(line)?.[1] ?? [])
  return {
    host,
    port,
    proxy: proxyOf(facts),
    localAddress: typeof localAddress === 'string' ? localAddress : null,
    security: securityOf(entries),
    ehloName: matches(/^(?:EHLO|HELO) (\S+)/i).at(-1) ?? null,
    mechanism: matches(/^AUTH (\S+)/i).at(-1) ?? null,
    from: matches(/^MAIL FROM:\s*<([^>]*)>/i)[0] ?? null,
    to: matches(/^RCPT TO:\s*<([^>]*)>/i),
    hasMail: entries.some(({ direction, kind }) => direction === 'client' && kind === 'body'),
  }
}

function proxyOf({ proxy, proxyKind, hasLogin }: Entry['facts']): SessionProxy | null {
  if (typeof proxy !== 'string') return null
  return { kind: proxyKind === 'http' ? 'http' : 'socks5', place: proxy, hasLogin: hasLogin === true }
}

function securityOf(entries: readonly Entry[]): SessionFacts['security'] {
  const firstLine = entries.find(({ kind }) => kind === 'line')
  if (firstLine?.isTls) return 'tls'
  return entries.some(({ direction, text }) => direction === 'client' && /^STARTTLS$/i.test(text)) ? 'starttls' : 'none'
}
