// What a cipher suite does, read out of its IANA name: `TLS_<key exchange>_<authentication>_WITH_<encryption>_<hash>`.
import type { Suite } from '#shared/values/tls-scan.ts'
import type { SuiteFlag, SuiteStrength } from '#shared/values/tls-scan-terms.ts'

export function describeSuite(id: number, name: string, openssl: string | null): Suite {
  const plain = name.replace(/^(TLS|SSL(_CK)?)_/, '').replace(/_OLD$/, '')
  const [keys, cipher] = plain.includes('_WITH_') ? plain.split('_WITH_') : [null, plain]
  // RFC 9367: of TLS 1.3, although they are named in the old way.
  const isOf13 = cipher?.includes('_MGM_') === true
  const parts = { ...keyParts(isOf13 ? null : (keys ?? null)), ...cipherParts(cipher ?? '') }
  const flags = flagsOf(name, parts)
  return { id, name, openssl, ...parts, flags, strength: strengthOf(flags, parts) }
}

type KeyParts = Pick<Suite, 'keyExchange' | 'authentication'>
type CipherParts = Pick<Suite, 'encryption' | 'bits' | 'hash'>
type Parts = KeyParts & CipherParts

/** TLS 1.3 names neither. */
function keyParts(keys: string | null): KeyParts {
  if (keys === null || keys === '') return { keyExchange: 'any', authentication: 'any' }
  const plain = keys.replace(/_?EXPORT(1024)?$/, '').replace(/_FIPS$/, '')
  if (plain.startsWith('GOST')) return { keyExchange: 'GOST', authentication: 'GOST' }
  const [first = '', second = ''] = plain.split('_')
  if (plain === 'NULL') return { keyExchange: 'none', authentication: 'none' }
  if (first === 'SRP') return { keyExchange: 'SRP', authentication: plain.split('_')[2] ?? 'SRP' }
  if (first === 'PSK' || second === 'PSK') {
    return { keyExchange: plain === 'PSK_DHE' ? 'DHE' : first, authentication: 'PSK' }
  }
  if (second === 'anon') return { keyExchange: `${first}E`, authentication: 'none' }
  return { keyExchange: first, authentication: second || first }
}

function cipherParts(cipher: string): CipherParts {
  const words = cipher.split('_')
  // `CCM`, `CCM_8` and `IMIT` stand at the end where others have their hash; MGM hashes by Streebog.
  const hasHash = /(SHA\d*|MD5|SM3|GOSTR3411)$/.test(cipher)
  const hash = hasHash ? (words.at(-1) ?? '') : /_CCM(_8)?$/.test(cipher) ? 'SHA256' : ''
  const encryption = (hasHash ? words.slice(0, -1) : words).join('_').replace(/^(CBC|EDE)_/, '')
  return { encryption: encryptionName(encryption), bits: bitsOf(encryption), hash: hash === 'SHA' ? 'SHA1' : hash }
}

/** `AES_128_GCM` as AES-128-GCM; integrity alone (RFC 9150) is no encryption. */
const encryptionName = (encryption: string): string =>
  /^SHA\d+$|^NULL$/.test(encryption) ? 'none' : encryption.replaceAll('_', '-').replace(/^3DES-EDE/, '3DES')

function bitsOf(encryption: string): number {
  const fixed = fixedBits.find(([pattern]) => pattern.test(encryption))
  if (fixed !== undefined) return fixed[1]
  return Number(/_(\d+)/.exec(encryption)?.[1] ?? 0)
}

/** Of 3DES 168 are used and 112 are worth something. */
const fixedBits: readonly (readonly [RegExp, number])[] = [
  [/^NULL|^SHA\d/, 0],
  [/3DES/, 112],
  [/_40$|DES40/, 40],
  [/_56$/, 56],
  [/^DES/, 56],
  [/CHACHA20|KUZNYECHIK|MAGMA|28147/, 256],
  [/IDEA|SEED|SM4|AEGIS_128L/, 128],
]

function flagsOf(name: string, { keyExchange, authentication, encryption, hash }: Parts): SuiteFlag[] {
  const is: Record<SuiteFlag, boolean> = {
    null: encryption === 'none',
    anonymous: authentication === 'none',
    export: name.includes('EXPORT'),
    des: /^DES/.test(encryption),
    rc2: encryption.startsWith('RC2'),
    rc4: encryption.startsWith('RC4'),
    md5: hash === 'MD5',
    idea: encryption.startsWith('IDEA'),
    '3des': encryption.startsWith('3DES'),
    gost89: encryption.startsWith('28147'),
    'shared-secret': ['PSK', 'SRP'].includes(authentication) || ['SRP', 'KRB5', 'ECCPWD'].includes(keyExchange),
    cbc: /CBC|DES40/.test(name),
    aead: /GCM|CCM|CHACHA20|MGM|AEGIS/.test(encryption),
    pfs: ['any', 'DHE', 'ECDHE', 'CECPQ1', 'ECCPWD'].includes(keyExchange),
  }
  return (Object.keys(is) as SuiteFlag[]).filter((flag) => is[flag])
}

/** RFC 9325 §4.1 and §4.2: what must not be used, what should not, and what is recommended. */
function strengthOf(flags: readonly SuiteFlag[], { bits }: CipherParts): SuiteStrength {
  if (flags.some((flag) => broken.has(flag)) || bits < 112) return 'broken'
  if (flags.some((flag) => weak.has(flag)) || bits < 128) return 'weak'
  return flags.includes('pfs') && flags.includes('aead') ? 'strong' : 'fair'
}

const broken: ReadonlySet<SuiteFlag> = new Set(['null', 'export', 'des', 'rc2', 'rc4'])
const weak: ReadonlySet<SuiteFlag> = new Set(['anonymous', 'md5', 'idea', '3des', 'gost89'])
