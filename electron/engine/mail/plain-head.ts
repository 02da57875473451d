// The head of the simplest mail: everything in it is printable ASCII and below it stands one text.
import { type Address, isAscii, parseMailbox, toAsciiDomain } from '#shared/address/index.ts'
import type { MimeMail } from './mime-mail.ts'
import type { EncodedText } from './text-encoding.ts'

/** Whether its head can be written here. Encoded words and parts are for the composer. */
export function isPlain(mail: MimeMail): boolean {
  return mail.html === null && mail.headers.length === 0 && fieldsOf(mail).every(isPlainField)
}

export function plainHead(mail: MimeMail, encoding: EncodedText['encoding']): Buffer {
  const lines = [
    ...fieldsOf(mail).map(folded),
    `Message-ID: ${mail.messageId}`,
    `Date: ${typeof mail.date === 'string' ? mail.date : mailDate(mail.date)}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${encoding}`,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** RFC 5322 §3.3 */
export const mailDate = (date: Date): string => date.toUTCString().replace('GMT', '+0000')

const fieldsOf = ({ from, to, cc, replyTo, subject }: MimeMail): string[] => [
  `From: ${shown(from)}`,
  ...(to.length === 0 ? [] : [`To: ${to.map(shown).join(', ')}`]),
  ...(cc.length === 0 ? [] : [`Cc: ${cc.map(shown).join(', ')}`]),
  ...(replyTo === null ? [] : [`Reply-To: ${shown(replyTo)}`]),
  ...(subject === '' ? [] : [`Subject: ${subject}`]),
]

function shown({ name, address }: Address): string {
  const parsed = parseMailbox(address)
  const ascii = parsed.kind === 'mailbox' ? toAsciiDomain(parsed.mailbox) : address
  if (name === '') return /["(),:;<>[\\\]]/.test(ascii) ? `<${ascii}>` : ascii
  return `${/^[\w ]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`} <${ascii}>`
}

/** Nothing that must be encoded, nothing that would be taken for an encoded word, and a place to fold in every stretch. */
const isPlainField = (field: string): boolean =>
  isAscii(field) &&
  !field.includes('=?') &&
  !field.includes('  ') &&
  !field.endsWith(' ') &&
  !(field.length > 200 && /\S{200}/.test(field))

/** RFC 5322 §2.2.3: lines end before a space; 78 characters are what a line should have (§2.1.1). */
function folded(field: string): string {
  if (field.length <= 78) return field
  const lines = ['']
  for (const word of field.split(/(?= )/)) {
    const line = lines.at(-1) ?? ''
    if (line.length + word.length <= 78 || line === '') lines[lines.length - 1] = line + word
    else lines.push(word)
  }
  return lines.join('\r\n')
}
