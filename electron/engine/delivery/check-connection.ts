// Whether the chosen way can be gone at all: told before anything is sent, for a way that is left aside would show who we are.
import { unixPath } from '#shared/address/index.ts'
import { connectionFault, socksTextFault } from '#shared/values/connection-fault.ts'
import { smtpError } from '../smtp-error.ts'
import type { Access } from './order.ts'

export function checkConnection(access: Access): void {
  const fault = connectionFault(access.connection) ?? secretFault(access) ?? pathFault(access)
  if (fault === null) return
  const { field, reason } = fault
  throw smtpError('profile-invalid', 'input', `${names[field] ?? 'The proxy'} cannot be used: ${reason}.`, {
    facts: { field, reason },
  })
}

type Fault = { readonly field: string; readonly reason: string }

const names: Readonly<Record<string, string>> = {
  proxyPort: 'The port of the proxy',
  proxyUser: 'The user of the proxy',
  proxyPassword: 'The password of the proxy',
  localAddress: 'The local address',
}

function secretFault({ connection: { proxy }, proxySecret }: Access): Fault | null {
  if (proxy === null || proxy.user === null) return null
  const field = 'proxyPassword'
  if (proxySecret === null || proxySecret === '') return { field, reason: 'it is missing' }
  const reason = proxy.kind === 'socks5' ? socksTextFault(proxySecret) : null
  return reason === null ? null : { field, reason }
}

function pathFault({ connection: { proxy, localAddress }, route, host }: Access): Fault | null {
  if (route === 'mx' || unixPath(host) === null) return null
  if (proxy !== null)
    return { field: 'proxyHost', reason: 'a UNIX socket is on this computer, and no proxy leads to it' }
  return localAddress === null ? null : { field: 'localAddress', reason: 'a UNIX socket has no address' }
}
