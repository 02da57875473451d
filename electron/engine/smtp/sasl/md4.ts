// MD4 (RFC 1320), for the password hash of NTLM alone. It is broken as a hash; OpenSSL 3 has put it away, so that Node's
// crypto does not offer it, while the BoringSSL of Electron does.

/** For short inputs: all of it is in memory. */
export function md4(input: Buffer): Buffer {
  const blocks = padded(input)
  let state = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]
  for (let offset = 0; offset < blocks.length; offset += 64) {
    const words = Array.from({ length: 16 }, (_, index) => blocks.readUInt32LE(offset + index * 4))
    const mixed = rounds.reduce((before, round) => mix(before, words, round), state)
    state = state.map((word, index) => (word + (mixed[index] ?? 0)) >>> 0)
  }
  const digest = Buffer.alloc(16)
  for (const [index, word] of state.entries()) digest.writeUInt32LE(word, index * 4)
  return digest
}

/** RFC 1320 §3.1, §3.2 */
function padded(input: Buffer): Buffer {
  const blocks = Buffer.alloc(Math.ceil((input.length + 9) / 64) * 64)
  input.copy(blocks)
  blocks[input.length] = 0x80
  blocks.writeBigUInt64LE(BigInt(input.length) * 8n, blocks.length - 8)
  return blocks
}

type Round = {
  readonly combine: (x: number, y: number, z: number) => number
  readonly constant: number
  readonly order: readonly number[]
  readonly shifts: readonly number[]
}

/** RFC 1320 §3.4 */
const rounds: readonly Round[] = [
  {
    combine: (x, y, z) => (x & y) | (~x & z),
    constant: 0,
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    shifts: [3, 7, 11, 19],
  },
  {
    combine: (x, y, z) => (x & y) | (x & z) | (y & z),
    constant: 0x5a827999,
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    shifts: [3, 5, 9, 13],
  },
  {
    combine: (x, y, z) => x ^ y ^ z,
    constant: 0x6ed9eba1,
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    shifts: [3, 9, 11, 15],
  },
]

function mix(
  before: readonly number[],
  words: readonly number[],
  { combine, constant, order, shifts }: Round,
): number[] {
  let [a = 0, b = 0, c = 0, d = 0] = before
  for (const [step, index] of order.entries()) {
    const sum = (a + combine(b, c, d) + (words[index] ?? 0) + constant) >>> 0
    const shift = shifts[step % 4] ?? 0
    const turned = ((sum << shift) | (sum >>> (32 - shift))) >>> 0
    ;[a, b, c, d] = [d, turned, b, c]
  }
  return [a, b, c, d]
}
