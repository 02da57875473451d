// The structure of a mail with its heads, by nodemailer's composer. What stands in the parts is put in their place here.
import MailComposer from 'nodemailer/lib/mail-composer'
import { encodeWord } from 'nodemailer/lib/mime-funcs'
import type MimeNode from 'nodemailer/lib/mime-node'
import type { AttachedFile } from './attached-files.ts'
import { longestLine } from './composed-mail.ts'
import type { MimeMail, MimeTexts } from './mime-mail.ts'
import type { Piece } from './piece.ts'
import type { EncodedText } from './text-encoding.ts'

export function mimeTree(mail: MimeMail, { text, html }: MimeTexts, files: readonly AttachedFile[]): Piece[] {
  const bodies: Bodies = new Map()
  const stand = (body: Body) => {
    const place = Buffer.from(body.encoding)
    bodies.set(place, body)
    return place
  }
  const names = new Map(mail.headers.map(({ name }) => [name.toLowerCase(), name]))
  const composer = new MailComposer({
    from: [mail.from],
    to: [...mail.to],
    cc: [...mail.cc],
    replyTo: mail.replyTo === null ? undefined : [mail.replyTo],
    subject: foldable(mail.subject),
    messageId: mail.messageId,
    date: mail.date,
    headers: mail.headers.map(({ name, value }) => ({ key: name, value })),
    text: { content: stand(textBody(text)) },
    html: html === null ? undefined : { content: stand(textBody(html)) },
    attachments: files.map((file) => attachmentOf(file, stand({ encoding: 'base64', pieces: [file] }))),
    baseBoundary: mail.boundary,
    // RFC 2045 §6.7: `=_` stands in no quoted-printable and no base64 text. What is not encoded cannot know the boundary.
    boundaryPrefix: '=_',
    // As the person wrote it: X-MyHeader stays X-MyHeader.
    normalizeHeaderKey: (key: string) => names.get(key.toLowerCase()) ?? key,
    disableUrlAccess: true,
    disableFileAccess: true,
  })
  return partPieces(composer.compile(), bodies)
}

type Body = { readonly encoding: EncodedText['encoding']; readonly pieces: readonly Piece[] }
/** By what stands in its place while the composer works. */
type Bodies = Map<unknown, Body>

const textBody = ({ encoding, octets }: EncodedText): Body => ({ encoding, pieces: [octets] })

function partPieces(node: MimeNode, bodies: Bodies): Piece[] {
  const body = bodies.get(node.content)
  if (body !== undefined) {
    // Without content the composer leaves the encoding that is said here.
    node.setContent('').setHeader('Content-Transfer-Encoding', body.encoding)
  }
  const head = Buffer.from(`${node.buildHeaders()}\r\n\r\n`)
  if (body !== undefined) return [head, ...body.pieces]
  const parts = node.childNodes.flatMap((child, index) => [
    Buffer.from(`${index === 0 ? '' : '\r\n'}--${node.boundary}\r\n`),
    ...partPieces(child, bodies),
  ])
  return [head, ...parts, Buffer.from(`\r\n--${node.boundary}--\r\n`)]
}

function attachmentOf(file: AttachedFile, content: Buffer) {
  return {
    filename: file.name,
    // RFC 2046 §5.2.1 lets no message/* part be encoded; as octets it arrives as it was.
    contentType: file.type.startsWith('message/') ? 'application/octet-stream' : file.type,
    contentTransferEncoding: 'base64',
    content,
    ...(file.contentId === null ? {} : { cid: file.contentId, contentDisposition: 'inline' }),
  }
}

/** A header ends its lines at spaces; where a text has none for too long, its encoded words have. */
const foldable = (text: string): string =>
  text.split(/\s/).some((word) => word.length > longestLine / 2) ? encodeWord(text, 'Q', 52) : text
