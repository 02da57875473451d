// A profile as the form edits it: the new one, what is asked of each field, and what a port implies.
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import { isLoopbackHost, portPresets } from '#shared/values/ports.ts'
import type { Login, Profile, ProfileState, Security } from '#shared/values/profile.ts'
import type { ClientKey } from '#shared/values/tls-choice.ts'
import { usualTls } from '#shared/values/tls-versions.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { WireForm } from '../wire/wire-form.ts'

/**
 * The form's values: the profile, and the secrets as typed. Empty passwords and a key of `undefined` leave what is stored
 * alone; a key of null removes the client certificate. `typedWire`: what stands in the fields of 'On the wire', where that is
 * not what the profile's options say.
 */
export type ProfileForm = {
  profile: Profile
  secret: string
  clientKey?: ClientKey | null | undefined
  typedWire?: WireForm | undefined
  proxySecret: string
}

export const emptyProfile: Profile = {
  id: '',
  name: '',
  sender: { name: '', address: '' },
  route: 'relay',
  host: '',
  port: 587,
  security: 'starttls',
  login: { user: '', mechanism: 'automatic', allowPlaintext: false },
  certificate: { pin: null, authorities: null, name: null },
  tls: usualTls,
  connection: usualConnection,
  policies: noPolicies,
  wire: defaultWire,
  ehloName: null,
  isLoopback: false,
}

export function formOf(state: ProfileState | null): ProfileForm {
  const untouched = { secret: '', clientKey: undefined, typedWire: undefined, proxySecret: '' }
  if (!state) return { profile: emptyProfile, ...untouched }
  const { hasSecret: _, hasProxySecret: __, lastCheck: ___, ...profile } = state
  return { profile, ...untouched }
}

/** What choosing a port sets: its usual security, and a login everywhere but on port 25. */
export function withPort(profile: Profile, port: number): Profile {
  const preset = portPresets.find((known) => known.port === port)
  if (!preset) return { ...profile, port }
  return {
    ...profile,
    port,
    security: preset.security,
    login: preset.role === 'mx' ? null : (profile.login ?? newLogin(profile)),
  }
}

export const newLogin = (profile: Profile): Login => ({
  user: profile.sender.address,
  mechanism: 'automatic',
  allowPlaintext: false,
})

/** The usual port of each kind; SOCKS has one of IANA, HTTP proxies have several habits. */
const proxyPorts = { socks5: 1080, http: 8080 } as const

/** What choosing a kind of proxy sets: the usual port, unless another one was typed. */
export function withProxy({ connection }: Profile, kind: keyof typeof proxyPorts | null): Profile['connection'] {
  const { proxy } = connection
  if (kind === null) return { ...connection, proxy: null }
  if (proxy === null) return { ...connection, proxy: { kind, host: '', port: proxyPorts[kind], user: null } }
  const port = proxy.port === proxyPorts[proxy.kind] ? proxyPorts[kind] : proxy.port
  return { ...connection, proxy: { ...proxy, kind, port } }
}

/** Whether a password could travel readable with these settings. */
export const mayStayPlain = (security: Security): boolean => security === 'none' || security === 'starttls-if-offered'

/** Worth a warning: words and perhaps a password would cross a network readable. */
export const isReadableOnTheWay = ({ security, host }: Profile): boolean => security === 'none' && !isLoopbackHost(host)

/** What is sent to be saved or tested: secrets left alone are not touched. */
export const editOf = ({ profile, secret, clientKey, proxySecret }: ProfileForm) => ({
  profile,
  ...(secret === '' ? {} : { secret }),
  ...(proxySecret === '' ? {} : { proxySecret }),
  ...(clientKey === undefined ? {} : { clientKey }),
})
