// How a text travels in a mail: as it is where it may, else quoted-printable, or base64 where that is much shorter (RFC 2045 §6).
import { isAscii } from 'node:buffer'
import { base64Length, base64Text } from './base64-lines.ts'
import type { Carriage } from './composed-mail.ts'
import { overlongLine } from './line-meter.ts'

export type EncodedText = {
  readonly encoding: '7bit' | '8bit' | 'quoted-printable' | 'base64'
  readonly octets: Buffer
}

/** `text` has CRLF line ends. */
export async function encodeText(text: string, body: Carriage['body']): Promise<EncodedText> {
  const octets = Buffer.from(text)
  const is7bit = isAscii(octets)
  const bears = is7bit || body === '8bit'
  if (bears && !control.test(text) && overlongLine(octets) === 0) return { encoding: is7bit ? '7bit' : '8bit', octets }
  // Loaded when it is needed and not before.
  const { encode, wrap } = await import('nodemailer/lib/qp')
  const quoted = Buffer.from(wrap(encode(octets)), 'latin1')
  return quoted.length <= base64Length(octets.length) * worthReading
    ? { encoding: 'quoted-printable', octets: quoted }
    : { encoding: 'base64', octets: base64Text(octets) }
}

/** Quoted-printable can be read as it is, which is worth some octets. */
const worthReading = 1.5
/** No line of text has them (RFC 5322 §2.3), and a server may take them for a fault. */
const control = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/
