// A mail as MIME: heads, texts and files put together. Written twice with the same boundary it has the same bytes twice.
import type { AttachedFile } from './attached-files.ts'
import type { Carriage } from './composed-mail.ts'
import type { MimeMail, MimeTexts } from './mime-mail.ts'
import { joined, type Piece } from './piece.ts'
import { isPlain, plainHead } from './plain-head.ts'
import { type EncodedText, encodeText } from './text-encoding.ts'

export type MimePieces = { readonly pieces: readonly Piece[]; readonly is8bit: boolean }

export async function mimePieces(
  mail: MimeMail,
  files: readonly AttachedFile[],
  body: Carriage['body'],
): Promise<MimePieces> {
  const text = await encodeText(mail.text, body)
  const html = mail.html === null ? null : await encodeText(mail.html, body)
  const pieces = await put(mail, { text, html }, files)
  return { pieces: joined([...pieces, ...lastLineEnd(pieces)]), is8bit: [text, html].some(is8bit) }
}

/** The simplest mail is written here; the composer of all others takes longer to load than a mail takes to be sent. */
async function put(mail: MimeMail, texts: MimeTexts, files: readonly AttachedFile[]): Promise<Piece[]> {
  if (files.length === 0 && isPlain(mail)) return [plainHead(mail, texts.text.encoding), texts.text.octets]
  const { mimeTree } = await import('./mime-tree.ts')
  return mimeTree(mail, texts, files)
}

function lastLineEnd(pieces: readonly Piece[]): Buffer[] {
  const last = pieces.at(-1)
  return Buffer.isBuffer(last) && last.subarray(-2).equals(lineEnd) ? [] : [lineEnd]
}

const lineEnd = Buffer.from('\r\n')
const is8bit = (text: EncodedText | null): boolean => text?.encoding === '8bit'
