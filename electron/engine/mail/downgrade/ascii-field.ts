// A field of a header in ASCII: encoded words (RFC 2047), parameters (RFC 2231), domains as A-labels.
import { isAscii, isUtf8 } from 'node:buffer'
import { buildHeaderParam, foldLines } from 'nodemailer/lib/mime-funcs'
import MimeNode from 'nodemailer/lib/mime-node'
import { type Field, fieldValue } from './head.ts'
import { Obstacle } from './obstacle.ts'

/** The same where it is ASCII already. */
export function asciiField(field: Field): Buffer {
  const { name, octets } = field
  if (isAscii(octets)) return octets
  if (!isUtf8(octets)) throw new Obstacle(`the header ${name} is not UTF-8`)
  const written = octets.subarray(0, name.length).toString()
  const text = Buffer.from(fieldValue(field), 'latin1').toString()
  const line = foldLines(`${written}: ${encoded(name, text)}`, 76)
  // RFC 6531 §3.2: a local part has no other spelling.
  if (!isAscii(Buffer.from(line))) throw inWords(name)
  return Buffer.from(`${line}\r\n`)
}

function encoded(name: string, text: string): string {
  if (addressed.test(name)) return MimeNode.encodeHeaderValue('To', text)
  if (parametrised.test(name)) return withParameters(text)
  if (structured.test(name)) throw inWords(name)
  return MimeNode.encodeHeaderValue('Subject', text)
}

const addressed =
  /^((resent-)?(from|sender|to|cc|bcc|reply-to)|return-path|delivered-to|errors-to|disposition-notification-to|return-receipt-to|x-original-to)$/
const parametrised = /^content-(type|disposition)$/
/** What stands in them is no text, so that no encoded word can stand there. */
const structured =
  /^((resent-)?(date|message-id)|in-reply-to|references|received(-spf)?|mime-version|content-(id|transfer-encoding|location)|list-.+|(arc|dkim|domainkey|authentication)-.+|autocrypt)$/

/** Where RFC 2231 has said it already, the other spelling is left out. */
function withParameters(text: string): string {
  const said = new Set([...text.matchAll(/;\s*([^\s=;*]+)\*/g)].map(([, key = '']) => key.toLowerCase()))
  return text.replace(/;\s*([^\s=;*]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s;]*)/g, (whole, key: string, value: string) => {
    if (isAscii(Buffer.from(whole))) return whole
    if (said.has(key.toLowerCase())) return ''
    const plain = value.startsWith('"') ? value.slice(1, -1).replace(/\\(.)/g, '$1') : value
    return buildHeaderParam(key, plain, 50)
      .map((part) => `; ${part.key}=${part.value}`)
      .join('')
  })
}

const inWords = (name: string): Obstacle => new Obstacle(`the header ${name} cannot be written in ASCII`)
