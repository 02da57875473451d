// A composed mail in pieces: octets that are here, and files whose octets are read and encoded while they are sent.
import type { AttachedFile } from './attached-files.ts'
import { base64Length, base64Lines } from './base64-lines.ts'
import type { Octets, Room } from './composed-mail.ts'

export type Piece = Buffer | AttachedFile

/** Reckoned without reading the files. */
export const sizeOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((total, piece) => total + (isHere(piece) ? piece.length : base64Length(piece.size)), 0)

export async function* streamOf(pieces: readonly Piece[], room?: Room): AsyncGenerator<Octets> {
  for (const piece of pieces) {
    if (isHere(piece)) yield piece
    else yield* base64Lines(piece.open(), room)
  }
}

/** Octets that follow each other become one piece, so that a small mail is a single one. */
export function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  let here: Buffer[] = []
  const close = () => {
    if (here.length > 0) result.push(Buffer.concat(here))
    here = []
  }
  for (const piece of pieces) {
    if (isHere(piece)) {
      here.push(piece)
      continue
    }
    close()
    result.push(piece)
  }
  close()
  return result
}

export const isHere = (piece: Piece): piece is Buffer => Buffer.isBuffer(piece)
