// How a server is reached: the options alone, or a saved profile changed by them.
import { isAddressLiteral, isDomain, unixPath } from '#shared/address/index.ts'
import { noPolicies } from '#shared/values/connection-defaults.ts'
import { mechanisms, needsSecret } from '#shared/values/mechanisms.ts'
import { defaultSecurity } from '#shared/values/ports.ts'
import type { Login, Profile, Security } from '#shared/values/profile.ts'
import { usualTls } from '#shared/values/tls-versions.ts'
import type { Access } from '../../engine/delivery/order.ts'
import { choice, hostAndPort, singleLine } from '../arguments.ts'
import { authoritiesOf } from '../authorities.ts'
import { UsageError } from '../usage-error.ts'
import type { CliWords } from '../words/index.ts'
import type { ReachArguments } from './arguments.ts'
import { connectionOf } from './connection.ts'
import { tlsOf } from './tls.ts'

/** Everything but the secrets, which are asked for last. */
export type Reach = Omit<Access, 'secret' | 'clientKey' | 'proxySecret'>

/** What a profile gives; without one there is nothing but the options. */
export type Base = Pick<
  Profile,
  'route' | 'host' | 'port' | 'security' | 'login' | 'certificate' | 'tls' | 'connection' | 'policies' | 'ehloName'
> | null

const securities: readonly Security[] = ['none', 'starttls-if-offered', 'starttls', 'tls']

export async function reachOf(options: ReachArguments, base: Base, words: CliWords): Promise<Reach> {
  const server = serverOf(options, base, words)
  return {
    ...server,
    login: loginOf(options, base, words),
    certificate: {
      pin: options.pin === undefined ? (base?.certificate.pin ?? null) : pinOf(options.pin, words),
      authorities:
        options.ca === undefined ? (base?.certificate.authorities ?? null) : await authoritiesOf(options.ca, words),
      name: certificateNameOf(options, base, words),
    },
    tls: await tlsOf(options, base?.tls ?? usualTls, words),
    connection: connectionOf(options, base?.connection, words),
    policies: policiesOf(options, server.route, base, words),
    ehloName: options.ehlo === undefined ? (base?.ehloName ?? null) : ehloNameOf(options.ehlo, words),
  }
}

function serverOf(
  options: ReachArguments,
  base: Base,
  words: CliWords,
): Pick<Reach, 'route' | 'host' | 'port' | 'security'> {
  const wanted = options.security === undefined ? null : choice('--security', options.security, securities, words)
  if (options.mx) {
    if (options.server !== undefined) throw new UsageError(words.serverTwice)
    const ofOneServer = oneServerOptions.find(([name]) => options[name] !== undefined)
    if (ofOneServer !== undefined) throw new UsageError(words.notWithMx(ofOneServer[1]))
    // Certificates of MX hosts are rarely ones that can be checked: RFC 7435 takes what is there.
    return { route: 'mx', host: '', port: 25, security: wanted ?? 'starttls-if-offered' }
  }
  if (options.server === undefined) {
    if (base === null) throw new UsageError(words.serverMissing)
    const { route, host, port, security } = base
    return { route, host, port, security: wanted ?? security }
  }
  if (unixPath(options.server) !== null) return unixServer(options.server, wanted, words)
  const { host, port: typed } = hostAndPort('--server', options.server, words)
  const port = typed ?? usualPort(wanted, options.user !== undefined)
  return { route: 'relay', host, port, security: wanted ?? defaultSecurity(host, port) }
}

/** MX hosts get no login and no certificate of ours, and are checked by their own names. */
const oneServerOptions = [
  ['user', '--user'],
  ['auth', '--auth'],
  ['pin', '--pin'],
  ['tlsName', '--tls-name'],
  ['cert', '--cert'],
] as const

/** A path of this machine, so that plain text shows nothing to a network. */
function unixServer(typed: string, security: Security | null, words: CliWords) {
  const host = singleLine('--server', typed, words)
  if (unixPath(host) === '') throw new UsageError(words.valueInvalid('--server', typed, words.wanted.server))
  return { route: 'relay' as const, host, port: 25, security: security ?? ('starttls-if-offered' as const) }
}

/** Options turn on what a profile has off. */
function policiesOf(
  { mtaSts, dane }: ReachArguments,
  route: Reach['route'],
  base: Base,
  words: CliWords,
): Reach['policies'] {
  const wanted = mtaSts ? '--mta-sts' : dane ? '--dane' : null
  if (wanted !== null && route !== 'mx') throw new UsageError(words.policyNeedsMx(wanted))
  const { policies } = base ?? { policies: noPolicies }
  return { mtaSts: mtaSts ?? policies.mtaSts, dane: dane ?? policies.dane }
}

function usualPort(security: Security | null, hasLogin: boolean): number {
  if (security === 'tls') return 465
  return hasLogin ? 587 : 25
}

function loginOf({ user, auth, plaintextLogin }: ReachArguments, base: Base, words: CliWords): Login | null {
  const mechanism =
    auth === undefined ? (base?.login?.mechanism ?? 'automatic') : choice('--auth', auth, mechanisms, words)
  const name = user ?? base?.login?.user ?? (needsSecret(mechanism) ? undefined : '')
  if (name === undefined) return null
  if ((name === '' && needsSecret(mechanism)) || name.includes('\0'))
    throw new UsageError(words.valueInvalid('--user', name, words.wanted.user))
  return {
    user: name,
    mechanism,
    allowPlaintext: plaintextLogin ?? base?.login?.allowPlaintext ?? false,
  }
}

function pinOf(text: string, words: CliWords): string {
  const pin = text
    .replace(/^sha256[:/]/i, '')
    .replaceAll(':', '')
    .toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(pin)) throw new UsageError(words.valueInvalid('--pin', text, words.wanted.pin))
  return pin
}

/** That of a saved profile is for its own server. */
function certificateNameOf({ tlsName, server }: ReachArguments, base: Base, words: CliWords): string | null {
  if (tlsName === undefined) return server === undefined ? (base?.certificate.name ?? null) : null
  const { host, port } = hostAndPort('--tls-name', tlsName, words)
  if (port !== null) throw new UsageError(words.valueInvalid('--tls-name', tlsName, words.wanted.name))
  return host
}

function ehloNameOf(text: string, words: CliWords): string {
  const name = singleLine('--ehlo', text, words)
  if (!isDomain(name) && !isAddressLiteral(name))
    throw new UsageError(words.valueInvalid('--ehlo', name, words.wanted.ehlo))
  return name
}
