// Handshake messages (RFC 8446 §4): joined out of fragments, which they may span and share.
import { MalformedTls, uint8, vector24 } from './octets.ts'

export const messageType = {
  clientHello: 1,
  serverHello: 2,
  newSessionTicket: 4,
  encryptedExtensions: 8,
  certificate: 11,
  serverKeyExchange: 12,
  certificateRequest: 13,
  serverHelloDone: 14,
  certificateVerify: 15,
  finished: 20,
  certificateStatus: 22,
  /** RFC 8446 §4.4.1: stands for the first hello in the transcript, never on the wire. */
  messageHash: 254,
} as const

/** `octets`: the whole message with its four octets of header, as the transcript of a handshake hashes it. */
export type HandshakeMessage = { readonly type: number; readonly body: Buffer; readonly octets: Buffer }

/** A hundred large certificates fit in; more only costs memory. */
const maxMessage = 512 * 1024

export type MessageJoiner = { push(fragment: Buffer): void; next(): HandshakeMessage | null }

export function createMessageJoiner(): MessageJoiner {
  let pieces: Buffer[] = []
  let pending = 0
  return {
    push(fragment) {
      pieces.push(fragment)
      pending += fragment.length
    },
    next() {
      if (pending < 4) return null
      const joined = pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces)
      pieces = [joined]
      const length = joined.readUIntBE(1, 3)
      if (length > maxMessage)
        throw new MalformedTls(`a handshake message of ${length} octets is longer than ${maxMessage}`)
      const end = 4 + length
      if (pending < end) return null
      pieces = [joined.subarray(end)]
      pending -= end
      return { type: joined.readUInt8(), body: joined.subarray(4, end), octets: joined.subarray(0, end) }
    },
  }
}

export const message = (type: number, ...parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat([uint8(type), vector24(...parts)])
