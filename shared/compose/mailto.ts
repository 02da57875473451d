// What a `mailto:` link asks for (RFC 6068). Only what a mail may safely be begun with is taken: no attachments,
// no other headers.
import { hasControl, splitAddresses } from '../address/index.ts'

export type Mailto = {
  readonly to: string[]
  readonly cc: string[]
  readonly bcc: string[]
  readonly subject: string
  readonly text: string
}

/** Null when it is no `mailto:` link. What is not understood in it is left out. */
export function parseMailto(link: string): Mailto | null {
  const match = /^mailto:([^?#]*)(?:\?([^#]*))?/i.exec(link.trim())
  if (match === null) return null
  const fields = (match[2] ?? '').split('&').map((field) => field.split('='))
  const valuesOf = (name: string) =>
    fields.filter(([key = '']) => decode(key).toLowerCase() === name).map(([, ...value]) => decode(value.join('=')))
  const addresses = (name: string) => valuesOf(name).flatMap(addressesIn)
  return {
    // RFC 6068 §2: addresses are separated by commas before they are decoded.
    to: [...(match[1] ?? '').split(',').flatMap((address) => addressesIn(decode(address))), ...addresses('to')],
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    subject: withoutControls(valuesOf('subject').join(' ')),
    // RFC 6068 §5: line breaks in the body are %0D%0A.
    text: valuesOf('body').join('\n').replace(/\r\n?/g, '\n'),
  }
}

/** A `+` is a plus here, not a space (RFC 6068 §5). */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const addressesIn = (text: string): string[] => splitAddresses(withoutControls(text))
const withoutControls = (text: string): string =>
  [...text]
    .map((sign) => (hasControl(sign) ? ' ' : sign))
    .join('')
    .trim()
