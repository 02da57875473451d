// What is worth a second look before a mail is sent. None of it stops anybody; what cannot be sent at all is a failure.
import { parseAddress } from '../address/index.ts'
import { utf8Length } from '../utf8-length.ts'
import type { Draft } from '../values/draft.ts'
import type { Profile } from '../values/profile.ts'
import { promisedAttachment } from './promised-attachment.ts'

export type Warning =
  | { readonly kind: 'no-subject'; readonly field: 'subject' }
  | { readonly kind: 'no-text'; readonly field: 'body' }
  /** `phrase`: what in the text speaks of an attachment. */
  | { readonly kind: 'attachment-forgotten'; readonly field: 'attachments'; readonly phrase: string }
  /** In Bcc, and in To or Cc as well: everyone sees it. */
  | { readonly kind: 'bcc-shown'; readonly field: 'bcc'; readonly address: string }
  /** Sent as source text, which names them in a Bcc header: everyone sees them. */
  | { readonly kind: 'bcc-in-source'; readonly field: 'raw' }
  | { readonly kind: 'from-differs'; readonly field: 'from'; readonly address: string; readonly account: string }
  /** MAIL FROM is not the address in From. Empty: bounces go nowhere. */
  | {
      readonly kind: 'envelope-sender-differs'
      readonly field: 'envelope'
      readonly address: string
      readonly from: string
    }
  /** Shown in To or Cc, and yet not sent to. */
  | { readonly kind: 'not-sent-to'; readonly field: 'envelope'; readonly addresses: readonly string[] }
  /** Sent to, and in no header, as with Bcc. */
  | { readonly kind: 'hidden-recipients'; readonly field: 'envelope'; readonly addresses: readonly string[] }
  /** RFC 5322 §3.6: each mail has one. */
  | { readonly kind: 'header-missing'; readonly field: 'raw'; readonly name: 'From' | 'Date' }
  /** RFC 5322 §2.1.1. `line`: counted from 1. */
  | { readonly kind: 'line-too-long'; readonly field: 'raw'; readonly line: number; readonly octets: number }

/** In the order of the compose window, from the address lines down. Fields that cannot be read are left to their own error. */
export function draftWarnings(draft: Draft, profile: Profile | null): Warning[] {
  if (draft.raw !== null) return rawWarnings(draft.raw)
  return [
    ...fromWarnings(draft, profile),
    ...bccWarnings(draft),
    ...envelopeWarnings(draft),
    ...(draft.subject.trim() === '' ? [{ kind: 'no-subject', field: 'subject' } as const] : []),
    ...bodyWarnings(draft),
  ]
}

function fromWarnings({ from }: Draft, profile: Profile | null): Warning[] {
  const address = addressOf(from)
  const account = profile?.sender.address ?? ''
  if (address === null || account === '' || isSame(address, account)) return []
  return [{ kind: 'from-differs', field: 'from', address, account }]
}

function bccWarnings({ to, cc, bcc }: Draft): Warning[] {
  const shown = addressesOf([...to, ...cc])
  return addressesOf(bcc)
    .filter((address) => includes(shown, address))
    .map((address) => ({ kind: 'bcc-shown', field: 'bcc', address }))
}

function envelopeWarnings({ envelope, from, to, cc, bcc }: Draft): Warning[] {
  if (envelope === null) return []
  const sender = addressOf(from)
  const shown = addressesOf([...to, ...cc])
  const meant = [...shown, ...addressesOf(bcc)]
  const missed = shown.filter((address) => !includes(envelope.to, address))
  const hidden = envelope.to.filter((address) => !includes(meant, address))
  const warnings: Warning[] = []
  if (sender !== null && !isSame(sender, envelope.from))
    warnings.push({ kind: 'envelope-sender-differs', field: 'envelope', address: envelope.from, from: sender })
  if (missed.length > 0) warnings.push({ kind: 'not-sent-to', field: 'envelope', addresses: missed })
  if (hidden.length > 0) warnings.push({ kind: 'hidden-recipients', field: 'envelope', addresses: hidden })
  return warnings
}

function bodyWarnings({ subject, format, html, text, attachments }: Draft): Warning[] {
  const words = format === 'plain' ? text : wordsOf(html)
  const hasPicture = format !== 'plain' && /<img\b/i.test(html)
  const phrase = attachments.some(({ contentId }) => contentId === null)
    ? null
    : promisedAttachment(`${subject}\n${words}`)
  const warnings: Warning[] = []
  if (words.trim() === '' && !hasPicture) warnings.push({ kind: 'no-text', field: 'body' })
  if (phrase !== null) warnings.push({ kind: 'attachment-forgotten', field: 'attachments', phrase })
  return warnings
}

function rawWarnings(raw: string): Warning[] {
  const head = raw.split(/\r?\n\r?\n/, 1)[0] ?? ''
  const has = (name: string) => new RegExp(`^${name}[ \\t]*:`, 'im').test(head)
  const missing = (['From', 'Date'] as const)
    .filter((name) => !has(name))
    .map((name): Warning => ({ kind: 'header-missing', field: 'raw', name }))
  const bcc: Warning[] = has('Bcc') ? [{ kind: 'bcc-in-source', field: 'raw' }] : []
  return [...missing, ...bcc, ...lineWarnings(raw)]
}

/** The first line that a server need not take. */
function lineWarnings(raw: string): Warning[] {
  const lines = raw.split(/\r\n|\r|\n/)
  // Three octets are the most that a UTF-16 unit becomes.
  const line = lines.findIndex((text) => text.length * 3 > longestLine && utf8Length(text) > longestLine)
  return line === -1
    ? []
    : [{ kind: 'line-too-long', field: 'raw', line: line + 1, octets: utf8Length(lines[line] ?? '') }]
}

const longestLine = 998

/** Quoted mails are not what is being said now. */
const wordsOf = (html: string): string =>
  html
    .replace(/<blockquote[\s\S]*?<\/blockquote>|<style[\s\S]*?<\/style>/gi, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')

function addressOf(text: string): string | null {
  const result = parseAddress(text)
  return result.kind === 'address' ? result.address.address : null
}

const addressesOf = (texts: readonly string[]): string[] => texts.map(addressOf).filter((address) => address !== null)

/** Only the domain is the same in any case (RFC 5321 §2.4), but nobody tells people apart by the case of their name. */
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
const includes = (addresses: readonly string[], address: string): boolean =>
  addresses.some((other) => isSame(other, address))
