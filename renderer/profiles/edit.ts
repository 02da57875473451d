// A profile as the form edits it: the new one, what is asked of each field, and what a port implies.
import { noPolicies, usualConnection } from '#shared/values/connection-defaults.ts'
import { isLoopbackHost, portPresets } from '#shared/values/ports.ts'
import type { Login, Profile, ProfileState, Security } from '#shared/values/profile.ts'
import type { ClientKey } from '#shared/values/tls-choice.ts'
import { usualTls } from '#shared/values/tls-versions.ts'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { WireForm } from '../wire/wire-form.ts'

/**
 * The form's values: the profile, and the secrets as typed. An empty password and a key of `undefined` leave what is stored
 * alone; a key of null removes the client certificate. `typedWire`: what stands in the fields of 'On the wire', where that is
 * not what the profile's options say.
 */
export type ProfileForm = {
  profile: Profile
  secret: string
  clientKey?: ClientKey | null | undefined
  typedWire?: WireForm | undefined
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
  if (!state) return { profile: emptyProfile, secret: '', clientKey: undefined, typedWire: undefined }
  const { hasSecret: _, lastCheck: __, ...profile } = state
  return { profile, secret: '', clientKey: undefined, typedWire: undefined }
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

/** Whether a password could travel readable with these settings. */
export const mayStayPlain = (security: Security): boolean => security === 'none' || security === 'starttls-if-offered'

/** Worth a warning: words and perhaps a password would cross a network readable. */
export const isReadableOnTheWay = ({ security, host }: Profile): boolean => security === 'none' && !isLoopbackHost(host)

/** What is sent to be saved or tested: secrets left alone are not touched. */
export const editOf = ({ profile, secret, clientKey }: ProfileForm) => ({
  profile,
  ...(secret === '' ? {} : { secret }),
  ...(clientKey === undefined ? {} : { clientKey }),
})
