// 'Copy as …': a command of another tool that has the same conversation. Passwords are never known here: a placeholder
// stands in their place, as for the user.
import { assertNever } from '../assert-never.ts'
import type { Entry, Transcript } from '../values/transcript.ts'
import { type SessionFacts, type SessionProxy, sessionFacts } from './session-facts.ts'

export const commandTools = ['swaks', 'openssl', 'curl'] as const
export type CommandTool = (typeof commandTools)[number]

/** One line for a POSIX shell; null when the tool has no such session, or the session was one of the loopback server. */
export function equivalentCommand({ origin }: Transcript, entries: readonly Entry[], tool: CommandTool): string | null {
  const facts = origin === 'loopback' ? null : sessionFacts(entries)
  const words = facts === null ? null : wordsFor(tool, facts)
  return words === null ? null : words.map(quoted).join(' ')
}

function wordsFor(tool: CommandTool, facts: SessionFacts): string[] | null {
  switch (tool) {
    case 'swaks':
      return swaks(facts)
    case 'openssl':
      return openssl(facts)
    case 'curl':
      return curl(facts)
    default:
      return assertNever(tool)
  }
}

/** It knows no proxies. */
function swaks(facts: SessionFacts): string[] | null {
  if (facts.proxy !== null) return null
  const { host, port, localAddress, security, ehloName, mechanism, from, to, hasMail } = facts
  const tls = { none: [], starttls: ['--tls'], tls: ['--tls-on-connect'] }[security]
  const login = mechanism === null ? [] : ['--auth', mechanism, '--auth-user', 'USER', '--auth-password', 'PASSWORD']
  return [
    ...['swaks', '--server', host, '--port', String(port), ...tls],
    ...(localAddress === null ? [] : ['--local-interface', localAddress]),
    ...(ehloName === null ? [] : ['--ehlo', ehloName]),
    ...login,
    ...(from === null ? [] : ['--from', from === '' ? '<>' : from]),
    ...(to.length === 0 ? [] : ['--to', to.join(',')]),
    ...(hasMail ? ['--data', '@mail.eml'] : ['--quit-after', lastStep({ security, mechanism, from, to })]),
  ]
}

/** Where swaks is told to leave, because this session did. */
function lastStep({
  security,
  mechanism,
  from,
  to,
}: Pick<SessionFacts, 'security' | 'mechanism' | 'from' | 'to'>): string {
  if (to.length > 0) return 'RCPT'
  if (from !== null) return 'MAIL'
  if (mechanism !== null) return 'AUTH'
  return security === 'none' ? 'HELO' : 'TLS'
}

/** Only the encrypted part can be had: what is said then is typed by hand. Of proxies it knows those of HTTP. */
function openssl({ host, port, proxy, localAddress, security, ehloName }: SessionFacts): string[] | null {
  if (security === 'none' || proxy?.kind === 'socks5') return null
  const name = ehloName === null ? [] : ['-name', ehloName]
  return [
    ...['openssl', 's_client', '-connect', `${bracketed(host)}:${port}`],
    ...(localAddress === null ? [] : ['-bind', `${bracketed(localAddress)}:0`]),
    ...(proxy === null ? [] : ['-proxy', proxy.place]),
    ...(proxy?.hasLogin ? ['-proxy_user', 'USER', '-proxy_pass', 'pass:PASSWORD'] : []),
    ...(isAddress(host) ? [] : ['-servername', host]),
    ...(security === 'starttls' ? ['-starttls', 'smtp', ...name] : []),
    ...['-crlf', '-quiet'],
  ]
}

function curl(facts: SessionFacts): string[] {
  const { host, port, proxy, localAddress, security, ehloName, mechanism, from, to, hasMail } = facts
  const scheme = security === 'tls' ? 'smtps' : 'smtp'
  const path = ehloName === null ? '' : `/${encodeURIComponent(ehloName)}`
  const mail = hasMail
    ? ['--mail-from', from ?? '', ...to.flatMap((address) => ['--mail-rcpt', address]), '--upload-file', 'mail.eml']
    : ['--request', 'NOOP']
  return [
    ...['curl', '--verbose', '--url', `${scheme}://${bracketed(host)}:${port}${path}`],
    ...(localAddress === null ? [] : ['--interface', localAddress]),
    ...(proxy === null ? [] : curlProxy(proxy)),
    ...(security === 'starttls' ? ['--ssl-reqd'] : []),
    ...(mechanism === null ? [] : ['--login-options', `AUTH=${mechanism}`, '--user', 'USER:PASSWORD']),
    ...mail,
  ]
}

/** `socks5h`: the proxy looks the name up. */
const curlProxy = ({ kind, place, hasLogin }: SessionProxy): string[] => [
  ...(kind === 'http' ? ['--proxytunnel', '--proxy', `http://${place}`] : ['--proxy', `socks5h://${place}`]),
  ...(hasLogin ? ['--proxy-user', 'USER:PASSWORD'] : []),
]

const isAddress = (host: string) => host.includes(':') || /^\d+(\.\d+){3}$/.test(host)
const bracketed = (host: string) => (host.includes(':') ? `[${host}]` : host)

/** For a POSIX shell: whatever is not plainly harmless goes between single quotes. */
const quoted = (word: string) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)
