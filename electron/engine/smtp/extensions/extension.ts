// What an extension of SMTP is to the conversation: a value that says what it adds to commands, and which mails cannot do without it.
import type { Capability } from '#shared/values/capability.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import type { ExtensionKeyword, WireOptions } from '#shared/values/wire-options.ts'
import type { ComposedMail } from '../../mail/composed-mail.ts'
import type { FailureFacts } from '../../smtp-error.ts'
import { findCapability, offers } from '../capabilities.ts'

/** One mail on its way to one server. */
export type Occasion = {
  readonly host: string
  readonly mail: ComposedMail
  readonly wire: WireOptions
  readonly capabilities: readonly Capability[]
  /** Whether the session runs inside TLS whose certificate holds. */
  readonly isTrusted: boolean
  /** Why a mail that this server does not bear could not be written anew. */
  readonly obstacle?: string
}

export type Refusal = { readonly kind: FailureKind; readonly message: string; readonly facts: FailureFacts }

export type Extension = {
  readonly keyword: ExtensionKeyword
  readonly rfc: string
  /** Whether this mail has a use for it. */
  readonly asks?: (occasion: Occasion) => boolean
  /** What it adds to MAIL, and to RCPT for one recipient. */
  readonly mail?: (occasion: Occasion) => readonly string[]
  readonly rcpt?: (occasion: Occasion, recipient: string) => readonly string[]
  /** Not in use, and asked for: why the mail cannot go without it, if it cannot. */
  readonly missing?: (occasion: Occasion) => Refusal | null
  /** The same for a mail that can: what is lost. */
  readonly loss?: string
  /** In use because it is offered: why what the mail asks for is beyond this server, by the parameters of its keyword. */
  readonly beyond?: (occasion: Occasion, parameters: readonly string[]) => Refusal | null
}

/** Off is as if it were not offered; on is as if it were. */
export function isInUse(
  keyword: ExtensionKeyword,
  { wire, capabilities }: Pick<Occasion, 'wire' | 'capabilities'>,
): boolean {
  const position = wire.extensions[keyword] ?? 'as-offered'
  return position === 'on' || (position === 'as-offered' && offers(capabilities, keyword))
}

export const isForced = (keyword: ExtensionKeyword, { wire }: Pick<Occasion, 'wire'>): boolean =>
  wire.extensions[keyword] === 'on'

/** The obstacle as the end of a sentence that says what the mail needs. */
export const because = (obstacle: string | undefined): string =>
  obstacle === undefined ? '' : `, and it cannot be written anew: ${obstacle}`

export const parametersOf = (keyword: ExtensionKeyword, capabilities: readonly Capability[]): readonly string[] =>
  findCapability(capabilities, keyword)?.parameters ?? []

export function notOffered(keyword: ExtensionKeyword, { host }: Pick<Occasion, 'host'>): Refusal {
  const message = `The mail asks for ${keyword}, which ${host} does not offer.`
  return { kind: 'extension-not-offered', message, facts: { keyword } }
}

export function unusable(keyword: ExtensionKeyword, { host }: Pick<Occasion, 'host'>, reason: string): Refusal {
  const message = `${host} offers ${keyword}, but it cannot be used like this: ${reason}.`
  return { kind: 'extension-unusable', message, facts: { keyword, reason } }
}
