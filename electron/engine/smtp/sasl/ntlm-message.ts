// The three messages of NTLM (MS-NLMP §2.2.1): the negotiate message, the challenge, and the answer to it.

/** Unicode, target name, NTLM, signing, extended session security, target information, 128 and 56 bits (§2.2.2.5). */
const flags = 0xa0888205

const signature = Buffer.from('NTLMSSP\0', 'latin1')

export function negotiateMessage(): Buffer {
  const message = Buffer.alloc(32)
  signature.copy(message)
  message.writeUInt32LE(1, 8)
  message.writeUInt32LE(flags, 12)
  return message
}

export type NtlmChallenge = {
  readonly flags: number
  readonly serverChallenge: Buffer
  /** AV pairs (§2.2.2.1), without the one that ends them. */
  readonly pairs: readonly AvPair[]
}
export type AvPair = { readonly id: number; readonly value: Buffer }
export const avIds = { end: 0, flags: 6, timestamp: 7 } as const

/** Null when the octets are no challenge message. */
export function readChallenge(message: Buffer): NtlmChallenge | null {
  if (message.length < 32 || !message.subarray(0, 8).equals(signature) || message.readUInt32LE(8) !== 2) return null
  const pairs = message.length < 48 ? [] : readPairs(field(message, 40))
  return pairs === null ? null : { flags: message.readUInt32LE(20), serverChallenge: message.subarray(24, 32), pairs }
}

function field(message: Buffer, at: number): Buffer {
  const offset = message.readUInt32LE(at + 4)
  return message.subarray(offset, offset + message.readUInt16LE(at))
}

function readPairs(octets: Buffer): AvPair[] | null {
  const pairs: AvPair[] = []
  for (let at = 0; at + 4 <= octets.length; ) {
    const id = octets.readUInt16LE(at)
    const end = at + 4 + octets.readUInt16LE(at + 2)
    if (id === avIds.end) return pairs
    if (end > octets.length) return null
    pairs.push({ id, value: octets.subarray(at + 4, end) })
    at = end
  }
  return pairs
}

export function writePairs(pairs: readonly AvPair[]): Buffer {
  return Buffer.concat([...pairs, { id: avIds.end, value: Buffer.alloc(0) }].map(writePair))
}

function writePair({ id, value }: AvPair): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id)
  head.writeUInt16LE(value.length, 2)
  return Buffer.concat([head, value])
}

export type NtlmAnswer = {
  readonly flags: number
  readonly lmResponse: Buffer
  readonly ntResponse: Buffer
  readonly domain: string
  readonly user: string
}

/** Where the message integrity code stands (§2.2.1.3). */
export const micAt = 72
const headerLength = 88

export function authenticateMessage(answer: NtlmAnswer): Buffer {
  const header = Buffer.alloc(headerLength)
  signature.copy(header)
  header.writeUInt32LE(3, 8)
  const none = Buffer.alloc(0)
  const { lmResponse, ntResponse, domain, user } = answer
  const payload = [lmResponse, ntResponse, unicode(domain), unicode(user), none, none]
  let offset = headerLength
  for (const [index, part] of payload.entries()) {
    header.writeUInt16LE(part.length, 12 + index * 8)
    header.writeUInt16LE(part.length, 14 + index * 8)
    header.writeUInt32LE(offset, 16 + index * 8)
    offset += part.length
  }
  // Only what both sides have.
  header.writeUInt32LE((answer.flags & flags) >>> 0, 60)
  return Buffer.concat([header, ...payload])
}

export const unicode = (text: string): Buffer => Buffer.from(text, 'utf16le')
