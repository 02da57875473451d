// Groups of the key exchange (RFC 8446 §4.2.7 and IANA's registry), with how long a share of each is.
import type { Group } from '#shared/values/tls-scan.ts'
import { hex } from './suites.ts'

/** `share`: octets of a client's key share in TLS 1.3; 0 where the group is of older versions alone. */
type Row = readonly [id: number, name: string, kind: Group['kind'], bits: number, share: number]

const rows: readonly Row[] = [
  [29, 'x25519', 'classic', 128, 32],
  [23, 'secp256r1', 'classic', 128, 65],
  [24, 'secp384r1', 'classic', 192, 97],
  [30, 'x448', 'classic', 224, 56],
  [25, 'secp521r1', 'classic', 256, 133],
  [31, 'brainpoolP256r1tls13', 'classic', 128, 65],
  [32, 'brainpoolP384r1tls13', 'classic', 192, 97],
  [33, 'brainpoolP512r1tls13', 'classic', 256, 129],
  [41, 'curveSM2', 'classic', 128, 65],
  [34, 'GC256A', 'classic', 128, 64],
  [35, 'GC256B', 'classic', 128, 64],
  [36, 'GC256C', 'classic', 128, 64],
  [37, 'GC256D', 'classic', 128, 64],
  [38, 'GC512A', 'classic', 256, 128],
  [39, 'GC512B', 'classic', 256, 128],
  [40, 'GC512C', 'classic', 256, 128],
  [0x0100, 'ffdhe2048', 'finite', 103, 256],
  [0x0101, 'ffdhe3072', 'finite', 125, 384],
  [0x0102, 'ffdhe4096', 'finite', 150, 512],
  [0x0103, 'ffdhe6144', 'finite', 175, 768],
  [0x0104, 'ffdhe8192', 'finite', 192, 1024],
  [0x11ec, 'X25519MLKEM768', 'hybrid', 192, 1216],
  [0x11eb, 'SecP256r1MLKEM768', 'hybrid', 192, 1249],
  [0x11ed, 'SecP384r1MLKEM1024', 'hybrid', 256, 1665],
  [0x11ee, 'curveSM2MLKEM768', 'hybrid', 192, 1249],
  [0x6399, 'X25519Kyber768Draft00', 'hybrid', 192, 1216],
  [0x639a, 'SecP256r1Kyber768Draft00', 'hybrid', 192, 1249],
  [0x0200, 'MLKEM512', 'post-quantum', 128, 800],
  [0x0201, 'MLKEM768', 'post-quantum', 192, 1184],
  [0x0202, 'MLKEM1024', 'post-quantum', 256, 1568],
  [26, 'brainpoolP256r1', 'classic', 128, 0],
  [27, 'brainpoolP384r1', 'classic', 192, 0],
  [28, 'brainpoolP512r1', 'classic', 256, 0],
  [22, 'secp256k1', 'classic', 128, 0],
  [14, 'sect571r1', 'classic', 256, 0],
  [13, 'sect571k1', 'classic', 256, 0],
  [12, 'sect409r1', 'classic', 192, 0],
  [11, 'sect409k1', 'classic', 192, 0],
  [10, 'sect283r1', 'classic', 128, 0],
  [9, 'sect283k1', 'classic', 128, 0],
  [8, 'sect239k1', 'classic', 112, 0],
  [7, 'sect233r1', 'classic', 112, 0],
  [6, 'sect233k1', 'classic', 112, 0],
  [21, 'secp224r1', 'classic', 112, 0],
  [20, 'secp224k1', 'classic', 112, 0],
  [19, 'secp192r1', 'classic', 96, 0],
  [18, 'secp192k1', 'classic', 96, 0],
  [5, 'sect193r2', 'classic', 96, 0],
  [4, 'sect193r1', 'classic', 96, 0],
  [3, 'sect163r2', 'classic', 80, 0],
  [2, 'sect163r1', 'classic', 80, 0],
  [1, 'sect163k1', 'classic', 80, 0],
  [17, 'secp160r2', 'classic', 80, 0],
  [16, 'secp160r1', 'classic', 80, 0],
  [15, 'secp160k1', 'classic', 80, 0],
]

const groups: ReadonlyMap<number, Group> = new Map(rows.map(([id, name, kind, bits]) => [id, { id, name, kind, bits }]))

/** One that is not known keeps its number as its name. */
export const groupOf = (id: number): Group => groups.get(id) ?? { id, name: hex(id), kind: 'classic', bits: 0 }

/** Those of TLS 1.3 have shares; the brainpool curves have other numbers there (RFC 8734). */
export const groupsOf13: readonly number[] = rows.filter(([, , , , share]) => share > 0).map(([id]) => id)

const onlyIn13: ReadonlySet<Group['kind']> = new Set(['finite', 'hybrid', 'post-quantum'])
/** Curves for ECDHE in TLS 1.2 and below. */
export const curvesBefore13: readonly number[] = rows
  .filter(([id, , kind]) => !onlyIn13.has(kind) && !(id >= 31 && id <= 33))
  .map(([id]) => id)

export const shareLengthOf = (id: number): number => rows.find(([one]) => one === id)?.[4] ?? 0
