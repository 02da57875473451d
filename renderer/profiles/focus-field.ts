// Puts the cursor where a fix has to be made.
import type { Fix, ProfileField } from '#shared/explain/fix.ts'

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

/** By the name that the address of the screen gives it. */
export const focusNamed = (name: string): void =>
  focusId(Object.entries(fieldIds).find(([field]) => field === name)?.[1] ?? null)

export const focusField = (fix: Fix): void => focusId(idOf(fix))

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
