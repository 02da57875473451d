// Quoted-printable (RFC 2045 §6.7) line by line, by nodemailer's encoder.
import { encode, wrap } from 'nodemailer/lib/qp'

export type QuotedLines = {
  /** Octets without a line end; `isNext`: a line end stands before them. Else they go on with the line before. */
  add(octets: Buffer, isNext: boolean): Buffer
}

/** Three less than a line may have: for the sign that the line goes on, and for a hyphen that grows. */
const lineLength = 73

export function createQuotedLines(): QuotedLines {
  let isBegun = false
  return {
    add(octets, isNext) {
      const before = isNext ? '\r\n' : isBegun ? softEnd : ''
      isBegun = true
      // RFC 2046 §5.1.1: a line that is cut must not become a delimiter.
      const lines = `${before}${wrap(encode(octets), lineLength)}`.replaceAll(`${softEnd}--`, `${softEnd}=2D-`)
      return Buffer.from(lines, 'latin1')
    },
  }
}

/** The line goes on: the line end behind it is none of the text's. */
export const softEnd = '=\r\n'
