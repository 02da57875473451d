// The lists of To, Cc and Bcc: what is typed or pasted becomes one token an address, right or wrong.
import { type AddressFault, parseAddress, splitAddresses } from '#shared/address/index.ts'
import type { Draft } from '#shared/values/draft.ts'

export const recipientFields = ['to', 'cc', 'bcc'] as const
export type RecipientField = (typeof recipientFields)[number]

/** A token as it is shown; `fault` is null when it can be sent to. */
export type Token = { readonly name: string; readonly address: string; readonly fault: AddressFault | null }

export function readToken(text: string): Token {
  const parsed = parseAddress(text)
  return parsed.kind === 'address'
    ? { ...parsed.address, fault: null }
    : { name: '', address: text, fault: parsed.fault }
}

/** The list with what was typed at its end; an address that is there already is not added again. */
export function addTyped(list: readonly string[], typed: string): string[] {
  const all = [...list]
  for (const piece of splitAddresses(typed)) if (!all.some((one) => sameAddress(one, piece))) all.push(piece)
  return all
}

/** Whether a separator typed now ends the address: not inside quotes or angle brackets. */
export function endsAddress(typed: string): boolean {
  const outside = typed.replace(/"(?:[^"\\]|\\.)*"/g, '')
  return !outside.includes('"') && !/<[^>]*$/.test(outside)
}

/** Domains know no case, and no server in use minds it in local parts. */
export const sameAddress = (one: string, other: string): boolean =>
  readToken(one).address.toLowerCase() === readToken(other).address.toLowerCase()

/** Where an address stands in the draft, to be shown or taken away. */
export function fieldOf(draft: Draft, address: string): RecipientField | null {
  return recipientFields.find((field) => draft[field].some((one) => sameAddress(one, address))) ?? null
}

/** Everyone the headers name, in the order in which RCPT TO follows them, each once. */
export function headerRecipients(draft: Draft): string[] {
  const all = recipientFields.flatMap((field) => draft[field]).map((text) => readToken(text).address)
  return all.filter((address, index) => all.findIndex((one) => one.toLowerCase() === address.toLowerCase()) === index)
}
