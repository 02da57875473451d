// SSLv2 (the Netscape draft of 1995): its hello, and the answer of a server that still speaks it. RFC 6176 forbids both ends to.
import { randomBytes } from 'node:crypto'
import { MalformedTls, OctetReader, uint8, uint16, uint24 } from './octets.ts'

/** CLIENT-HELLO, with its record. */
export function sslv2Hello(ciphers: readonly number[]): Buffer {
  const specs = Buffer.concat(ciphers.map(uint24))
  const challenge = randomBytes(16)
  const body = Buffer.concat([uint8(1), uint16(2, specs.length, 0, challenge.length), specs, challenge])
  return Buffer.concat([uint16(0x8000 | body.length), body])
}

export type Sslv2Answer =
  | { readonly kind: 'server-hello'; readonly ciphers: readonly number[]; readonly certificate: Buffer }
  | { readonly kind: 'error'; readonly code: number }

/** The body of a record that begins an answer. */
export function parseSslv2(body: Buffer): Sslv2Answer {
  const reader = new OctetReader(body, 'the SSLv2 answer')
  const type = reader.uint8()
  if (type === 0) return { kind: 'error', code: reader.uint16() }
  if (type !== 4) throw new MalformedTls(`the SSLv2 answer is of type ${type}`)
  reader.take(2)
  const version = reader.uint16()
  if (version !== 2) throw new MalformedTls(`the SSLv2 answer is of version ${version.toString(16)}`)
  const [certificateLength, specsLength, connectionLength] = [reader.uint16(), reader.uint16(), reader.uint16()]
  const certificate = reader.take(certificateLength)
  const specs = new OctetReader(reader.take(specsLength), 'the ciphers of the SSLv2 answer')
  reader.take(connectionLength)
  const ciphers: number[] = []
  while (specs.left > 0) ciphers.push(specs.uint24())
  return { kind: 'server-hello', ciphers, certificate }
}
