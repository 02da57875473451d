// An entry as the octets it was on the wire, and their hex dump.
import type { Entry } from '#shared/values/transcript.ts'

export type HexLine = { readonly offset: string; readonly hex: readonly string[]; readonly text: string }

export function octetsOf({ text, encoding, ending }: Pick<Entry, 'text' | 'encoding' | 'ending'>): Uint8Array {
  const whole = text + endings[ending]
  return encoding === 'utf8' ? new TextEncoder().encode(whole) : Uint8Array.from(whole, (char) => char.charCodeAt(0))
}

/** Eight octets a line; what is no printable ASCII shows as a dot. */
export function hexLines(octets: Uint8Array): HexLine[] {
  return Array.from({ length: Math.ceil(octets.length / width) }, (_, line) => {
    const part = [...octets.subarray(line * width, (line + 1) * width)]
    return {
      offset: (line * width).toString(16).padStart(4, '0'),
      hex: part.map((octet) => octet.toString(16).padStart(2, '0')),
      text: part.map((octet) => (octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : '·')).join(''),
    }
  })
}

const endings = { crlf: '\r\n', lf: '\n', none: '' } as const
/** As many as the side panel has room for beside their text. */
const width = 8
