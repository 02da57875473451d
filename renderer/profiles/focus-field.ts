// Puts the cursor where a fix has to be made.
import type { Fix, ProfileField } from '#shared/explain/fix.ts'
import { placeOf } from '../wire/places.ts'
import { showWire } from '../wire/view-store.ts'

const fieldIds: Record<ProfileField, string> = {
  host: 'profile-host',
  port: 'profile-port',
  security: 'profile-security',
  login: 'profile-user',
  mechanism: 'profile-mechanism',
  ehloName: 'profile-ehlo-name',
  sender: 'profile-sender',
  proxyHost: 'profile-proxy-host',
  proxyPort: 'profile-proxy-port',
  proxyUser: 'profile-proxy-user',
  proxyPassword: 'profile-proxy-secret',
  localAddress: 'profile-local-address',
}

/** The button that unfolds 'On the wire'. */
export const wireId = 'profile-wire'

/** By the name that the address of the screen gives it. */
export function focusNamed(name: string): void {
  if (name === 'wire') showWire(null)
  focusId(name === 'wire' ? wireId : (Object.entries(fieldIds).find(([field]) => field === name)?.[1] ?? null))
}

export const focusField = (fix: Fix): void =>
  fix.kind === 'edit-wire' ? showWire(fix.at && placeOf(fix.at)) : focusId(idOf(fix))

function focusId(id: string | null): void {
  const field = id && document.getElementById(id)
  if (!field) return
  // A folded section shows it first.
  field.closest('details')?.setAttribute('open', '')
  field.scrollIntoView({ block: 'center' })
  field.focus()
}

function idOf(fix: Fix): string | null {
  if (fix.kind === 'edit-password') return 'profile-secret'
  return fix.kind === 'edit-profile' ? fieldIds[fix.field] : null
}
