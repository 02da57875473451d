// Opens a mail that was received: bytes in, headers, texts and parts out. Nothing is fetched, nothing is run.
import { createHash } from 'node:crypto'
import type { Attachment, Email } from 'postal-mime'
import { formatAddress } from '#shared/address/index.ts'
import type { OpenedMail } from '#shared/values/received-mail.ts'

export type MailContent = Omit<OpenedMail, 'mail'> & {
  /** For a line of the inbox, decoded; empty where the header is missing. */
  readonly from: string
  readonly subject: string
  /** The bytes of each part, in the order of `parts`. */
  readonly contents: readonly Uint8Array<ArrayBuffer>[]
}

/** A mail that cannot be read as one is shown as plain text: never throws for what a mail says. */
export async function openMail(source: Blob): Promise<MailContent> {
  // Loaded when it is needed and not before: who sends a mail reads none.
  const { default: reader, decodeWords } = await import('postal-mime')
  const mail = await reader.parse(source).catch(() => broken(source))
  const contents = mail.attachments.map(({ content }) => octetsOf(content))
  return {
    headers: mail.headers.map(({ originalKey, value }) => ({ name: originalKey, value: decodeWords(value) })),
    html: mail.html ?? null,
    text: mail.text ?? null,
    parts: mail.attachments.map((part, index) => partOf(part, index, contents[index] ?? new Uint8Array())),
    from: shownSender(mail, decodeWords),
    subject: mail.subject ?? '',
    contents,
  }
}

/** The words of a mail, for searching: its text, or its HTML without the marks. */
export function wordsOf({ text, html }: Pick<MailContent, 'text' | 'html'>): string {
  return text ?? html?.replace(/<style[\s\S]*?<\/style>|<[^>]*>/gi, ' ') ?? ''
}

/** Octets of a broken mail that are shown as text. */
const shownOfBroken = 64 * 1024

async function broken(source: Blob): Promise<Email> {
  const head = Buffer.from(await source.slice(0, shownOfBroken).arrayBuffer())
  return { headers: [], headerLines: [], attachments: [], text: head.toString('latin1') }
}

function octetsOf(content: Attachment['content']): Uint8Array<ArrayBuffer> {
  if (typeof content === 'string') return Uint8Array.from(Buffer.from(content))
  return content instanceof ArrayBuffer ? new Uint8Array(content) : Uint8Array.from(content)
}

function partOf(part: Attachment, index: number, content: Uint8Array): OpenedMail['parts'][number] {
  return {
    index,
    name: part.filename ?? '',
    type: part.mimeType,
    size: content.length,
    contentId: part.contentId?.replace(/^<|>$/g, '') ?? null,
    isInline: part.disposition === 'inline' || part.related === true,
    sha256: createHash('sha256').update(content).digest('hex'),
  }
}

/** The sender as decoded, or the header as it stands where it is no address. */
function shownSender({ from, headers }: Email, decode: (text: string) => string): string {
  if (from?.address !== undefined && from.address !== '') return formatAddress(from)
  return decode(headers.find(({ key }) => key === 'from')?.value ?? '')
}
