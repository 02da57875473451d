// An input out of a sample: a few octets changed, lost, doubled, put in, or taken from another sample.
import { below, chance, pick, type Random } from './random.ts'

export function mutate(random: Random, samples: readonly Buffer[]): Buffer {
  let octets = pick(random, samples)
  for (let count = below(random, 5); count > 0; count -= 1) octets = pick(random, changes)(octets, random, samples)
  return chance(random, longShare) ? stretched(octets, random) : octets
}

/** The share of inputs in which a piece is repeated without end, as far as a parser should care. */
const longShare = 1 / 2000
const longest = 70_000

type Change = (octets: Buffer, random: Random, samples: readonly Buffer[]) => Buffer

const changes: readonly Change[] = [
  (octets, random) => {
    const changed = Buffer.from(octets)
    if (changed.length > 0) changed[below(random, changed.length)] = below(random, 256)
    return changed
  },
  (octets, random) => put(octets, random, pick(random, telling)),
  (octets, random) => put(octets, random, Buffer.from([below(random, 256)])),
  (octets, random) => {
    const [from, to] = range(octets, random)
    return Buffer.concat([octets.subarray(0, from), octets.subarray(to)])
  },
  (octets, random) => {
    const [from, to] = range(octets, random)
    return put(octets, random, octets.subarray(from, to))
  },
  (octets, random, samples) => {
    const other = pick(random, samples)
    return Buffer.concat([
      octets.subarray(0, below(random, octets.length + 1)),
      other.subarray(below(random, other.length + 1)),
    ])
  },
]

function put(octets: Buffer, random: Random, piece: Buffer): Buffer {
  const at = below(random, octets.length + 1)
  return Buffer.concat([octets.subarray(0, at), piece, octets.subarray(at)])
}

function stretched(octets: Buffer, random: Random): Buffer {
  const [from, to] = range(octets, random)
  const piece = octets.subarray(from, Math.max(to, from + 1))
  const times = Math.floor(below(random, longest) / Math.max(piece.length, 1))
  return Buffer.concat([octets.subarray(0, to), ...Array.from({ length: times }, () => piece), octets.subarray(to)])
}

/** Mostly a short one. */
function range(octets: Buffer, random: Random): [from: number, to: number] {
  const from = below(random, octets.length + 1)
  return [from, Math.min(octets.length, from + below(random, chance(random, 0.2) ? octets.length + 1 : 8))]
}

/** What means something to one parser or another. */
const telling: readonly Buffer[] = [
  ...[
    '\r\n',
    '\r',
    '\n',
    '\r\n.\r\n',
    '\n.\n',
    '.',
    '\0',
    '\t',
    ' ',
    '-',
    '=',
    ',',
    ';',
    ':',
    '"',
    '\\',
    '<',
    '>',
    '@',
    '*',
    '%',
  ],
  ...['250 ', '250-', '354 ', '421 4.3.2 ', '550 5.1.1 ', '334 ', '220 ', '5.7.1', '999999999999999999999999999999'],
  ...[
    'AUTH',
    'SIZE',
    'EHLO ',
    'MAIL FROM:<',
    'RCPT TO:<',
    '[IPv6:',
    '::',
    'xn--',
    '+3D',
    '=20',
    '=?utf-8?q?',
    '%0D%0A',
  ],
  ...[
    'v=',
    'e=',
    'r=',
    's=',
    'i=4096',
    'nonce="',
    'realm=',
    'qop="auth"',
    'charset=utf-8',
    'NTLMSSP\0',
    '{"status":"400"',
  ],
  ...[
    'constructor',
    '__proto__',
    'toString',
    'é',
    'ß',
    '例え',
    '\u202e',
    '\u2028',
    '\ud83d\ude00',
    '\ufeff',
    '\\x1b',
    '\\x0d',
  ],
].map((text) => Buffer.from(text))
