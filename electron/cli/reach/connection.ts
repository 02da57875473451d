// The way that `heloise send` goes: through a proxy, from an address of this computer; and the password of the proxy.
import { ipFamily, placeName } from '#shared/address/index.ts'
import type { ConnectionChoice, ProxyChoice } from '#shared/values/connection.ts'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import { connectionFault } from '#shared/values/connection-fault.ts'
import { hostAndPort } from '../arguments.ts'
import { type PasswordDesk, readPassword } from '../password.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'
import type { ReachArguments } from './arguments.ts'

/** RFC 1928 §3 names 1080; HTTP has several habits. */
const usualPorts = { socks5: 1080, http: 8080 } as const

export function connectionOf(
  { proxy, localAddress }: ReachArguments,
  base: ConnectionChoice | undefined,
  words: CliWords,
): ConnectionChoice {
  const { proxy: saved, localAddress: savedAddress } = base ?? usualConnection
  return {
    proxy: proxy === undefined ? saved : proxyOf(proxy, words),
    localAddress: localAddress === undefined ? savedAddress : localAddressOf(localAddress, words),
  }
}

/** `kept`: that of a saved profile, which is for its own proxy. */
export async function proxySecretOf(
  proxy: ProxyChoice | null,
  kept: string | null,
  options: ReachArguments,
  terminal: PasswordDesk,
): Promise<string | null> {
  const { words } = terminal
  const { proxyPasswordFile: file } = options
  if (proxy === null || proxy.user === null) {
    if (file !== undefined) throw new UsageError(words.proxyPasswordWithoutUser)
    return null
  }
  if (kept !== null && file === undefined && options.proxy === undefined) return kept
  const { user, host, port } = proxy
  const source = {
    option: '--proxy-password-file',
    file,
    variable: 'HELOISE_PROXY_PASSWORD',
    prompt: words.proxyPasswordPrompt(user, placeName({ host, port })),
    missing: words.proxyPasswordMissing(user),
  }
  return readPassword(source, terminal)
}

function proxyOf(text: string, words: CliWords): ProxyChoice | null {
  if (text.toLowerCase() === 'none') return null
  // Before anything that repeats what was typed.
  if (hasPassword(text)) throw new UsageError(words.proxyPasswordInUrl)
  const [, scheme = '', login, place = ''] = /^([a-z0-9]+):\/\/(?:([^/]*)@)?([^/@]+)\/?$/i.exec(text) ?? []
  const kind = kinds[scheme.toLowerCase()]
  if (kind === undefined) throw new UsageError(words.valueInvalid('--proxy', text, words.wanted.proxy))
  const { host, port } = hostAndPort('--proxy', place, words)
  const proxy = { kind, host, port: port ?? usualPorts[kind], user: login === undefined ? null : decoded(login) }
  if (connectionFault({ proxy, localAddress: null }) !== null)
    throw new UsageError(words.valueInvalid('--proxy', text, words.wanted.proxyUser))
  return proxy
}

/** Whatever else is wrong with it: a colon before the last @, behind the scheme. */
function hasPassword(text: string): boolean {
  const rest = text.replace(/^[a-z0-9]*:\/\//i, '')
  return rest.slice(0, Math.max(rest.lastIndexOf('@'), 0)).includes(':')
}

/** `socks5h`: as curl calls one that looks names up itself, which ours always does. */
const kinds: Readonly<Record<string, 'socks5' | 'http'>> = { socks5: 'socks5', socks5h: 'socks5', http: 'http' }

/** What a URL cannot hold stands in it as %XX (RFC 3986 §2.1). */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function localAddressOf(text: string, words: CliWords): string {
  if (ipFamily(text) !== null) return text
  throw new UsageError(words.valueInvalid('--local-address', text, words.wanted.localAddress))
}
