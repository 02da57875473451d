// The one button of the why card, as data: what to change so that the next attempt gets further. The window does it.
import type { Profile, Security } from '../values/profile.ts'
import type { Words } from '../values/settings.ts'
import type { WireTarget } from './wire-target.ts'

export type ProfileField =
  | 'host'
  | 'port'
  | 'security'
  | 'login'
  | 'mechanism'
  | 'ehloName'
  | 'sender'
  | 'proxyHost'
  | 'proxyPort'
  | 'proxyUser'
  | 'proxyPassword'
  | 'localAddress'
export type DraftField = 'from' | 'to' | 'subject' | 'headers' | 'raw' | 'attachments'

export type Fix = { readonly label: Words } & (
  | { readonly kind: 'set-security'; readonly security: Security; readonly port: number }
  /** Shows the certificate for comparing before it is pinned. */
  | { readonly kind: 'trust-certificate'; readonly sha256: string }
  | { readonly kind: 'edit-password' }
  | { readonly kind: 'edit-profile'; readonly field: ProfileField }
  /** `address` is empty when it is not known which one is meant. */
  | { readonly kind: 'edit-recipient'; readonly address: string }
  | { readonly kind: 'edit-draft'; readonly field: DraftField }
  /** Under 'On the wire'; null when it is not known where. */
  | { readonly kind: 'edit-wire'; readonly at: WireTarget | null }
  | { readonly kind: 'remove-attachment'; readonly id: string }
  | { readonly kind: 'retry' }
  | { readonly kind: 'start-loopback' }
)

/** The part of a profile that a fix depends on. */
export type FixableAccess = Pick<Profile, 'route' | 'port' | 'security'> & Partial<Pick<Profile, 'isLoopback'>>
