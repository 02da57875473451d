// What a line of the inbox shows of a mail, from its header alone: who wrote it, and about what.
import { formatAddress } from '#shared/address/index.ts'

export type MailHead = { readonly from: string; readonly subject: string }

/** Octets of a mail in which its header is looked for. */
export const headOctets = 64 * 1024

/** `octets`: the beginning of a mail. What is missing is empty; what cannot be decoded stands as it is. */
export async function readHead(octets: Uint8Array): Promise<MailHead> {
  reader ??= import('postal-mime')
  const { addressParser, decodeWords } = await reader
  const fields = fieldsOf(octets)
  const from = fields.find(({ name }) => name === 'from')?.value ?? ''
  const subject = fields.find(({ name }) => name === 'subject')?.value ?? ''
  const sender = addressParser(from)[0]
  return {
    from: sender?.address ? formatAddress({ name: sender.name, address: sender.address }) : decodeWords(from),
    subject: decodeWords(subject),
  }
}

/** Loaded when it is needed and not before, since who sends a mail reads none; and once, for there may be thousands a second. */
let reader: Promise<typeof import('postal-mime')> | null = null

/** RFC 5322 §2.2: the fields before the first empty line, unfolded. */
function fieldsOf(octets: Uint8Array): { readonly name: string; readonly value: string }[] {
  const text = Buffer.from(octets.buffer, octets.byteOffset, octets.byteLength).toString('utf8')
  const [head = ''] = text.split(/(?:^|\r?\n)\r?\n/, 1)
  const lines = head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)
  return lines.flatMap((line) => {
    const colon = line.indexOf(':')
    return colon === -1
      ? []
      : [{ name: line.slice(0, colon).trim().toLowerCase(), value: line.slice(colon + 1).trim() }]
  })
}
