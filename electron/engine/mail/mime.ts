// The bytes of a composed mail, by nodemailer's composer. Opened twice, it gives the same bytes twice.
import { Readable } from 'node:stream'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Address } from '#shared/address/index.ts'
import type { Draft } from '#shared/values/draft.ts'
import type { AttachedFile } from './attached-files.ts'

export type MimeMail = {
  readonly from: Address
  readonly to: readonly Address[]
  readonly cc: readonly Address[]
  readonly replyTo: Address | null
  readonly subject: string
  readonly messageId: string
  readonly date: Date | string
  readonly headers: Draft['headers']
  readonly html: string | null
  readonly text: string
  /** Makes the boundaries between the parts. */
  readonly boundary: string
}

/** Bcc is not among its people, so it can be in no header. */
export async function* mimeStream(mail: MimeMail, files: readonly AttachedFile[]): AsyncGenerator<Uint8Array> {
  const contents = files.map((file) => Readable.from(file.open(), { objectMode: false }))
  const attachments = files.map((file, index) => attachmentOf(file, contents[index] ?? Readable.from([])))
  const names = new Map(mail.headers.map(({ name }) => [name.toLowerCase(), name]))
  const composer = new MailComposer({
    from: [mail.from],
    to: [...mail.to],
    cc: [...mail.cc],
    replyTo: mail.replyTo === null ? undefined : [mail.replyTo],
    subject: mail.subject,
    messageId: mail.messageId,
    date: mail.date,
    headers: mail.headers.map(({ name, value }) => ({ key: name, value })),
    text: mail.text,
    html: mail.html ?? undefined,
    attachments,
    baseBoundary: mail.boundary,
    // RFC 2045 §6.7: `=_` stands in no quoted-printable and no base64 text.
    boundaryPrefix: '=_',
    // As the person wrote it: X-MyHeader stays X-MyHeader.
    normalizeHeaderKey: (key: string) => names.get(key.toLowerCase()) ?? key,
    newline: '\r\n',
    disableUrlAccess: true,
    disableFileAccess: true,
  })
  try {
    yield* composer.compile().createReadStream()
  } finally {
    for (const content of contents) content.destroy()
  }
}

/** Octets of the whole mail, reckoned without reading the files: base64 has a known length. */
export async function measure(mail: MimeMail, files: readonly AttachedFile[]): Promise<number> {
  let size = files.reduce((total, file) => total + base64Length(file.size), 0)
  const empty = files.map((file) => ({ ...file, open: nothing }))
  for await (const chunk of mimeStream(mail, empty)) size += chunk.length
  return size
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** RFC 2045 §6.8: four letters for three octets, at most 76 letters a line, CRLF between the lines. */
function base64Length(octets: number): number {
  const letters = 4 * Math.ceil(octets / 3)
  return letters === 0 ? 0 : letters + 2 * Math.floor((letters - 1) / 76)
}

function attachmentOf(file: AttachedFile, content: Readable) {
  return {
    filename: file.name,
    // RFC 2046 §5.2.1 lets no message/* part be encoded; as octets it arrives as it was.
    contentType: file.type.startsWith('message/') ? 'application/octet-stream' : file.type,
    contentTransferEncoding: 'base64',
    content,
    ...(file.contentId === null ? {} : { cid: file.contentId, contentDisposition: 'inline' }),
  }
}
