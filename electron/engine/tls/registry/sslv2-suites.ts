// The ciphers of SSLv2 as suites: keys always by RSA, hashes always MD5, and all of them broken (RFC 6176 §2).
import type { Suite } from '#shared/values/tls-scan.ts'
import type { SuiteFlag } from '#shared/values/tls-scan-terms.ts'

type Row = readonly [id: number, name: string, encryption: string, bits: number, flags: readonly SuiteFlag[]]

const rows: readonly Row[] = [
  [0x0700c0, 'SSL_CK_DES_192_EDE3_CBC_WITH_MD5', '3DES-CBC', 112, ['md5', '3des', 'cbc']],
  [0x050080, 'SSL_CK_IDEA_128_CBC_WITH_MD5', 'IDEA-CBC', 128, ['md5', 'idea', 'cbc']],
  [0x030080, 'SSL_CK_RC2_128_CBC_WITH_MD5', 'RC2-CBC', 128, ['rc2', 'md5', 'cbc']],
  [0x010080, 'SSL_CK_RC4_128_WITH_MD5', 'RC4-128', 128, ['rc4', 'md5']],
  [0x080080, 'SSL_CK_RC4_64_WITH_MD5', 'RC4-64', 64, ['rc4', 'md5']],
  [0x060040, 'SSL_CK_DES_64_CBC_WITH_MD5', 'DES-CBC', 56, ['des', 'md5', 'cbc']],
  [0x040080, 'SSL_CK_RC2_128_CBC_EXPORT40_WITH_MD5', 'RC2-CBC', 40, ['export', 'rc2', 'md5', 'cbc']],
  [0x020080, 'SSL_CK_RC4_128_EXPORT40_WITH_MD5', 'RC4-128', 40, ['export', 'rc4', 'md5']],
]

export const sslv2Suites: readonly Suite[] = rows.map(([id, name, encryption, bits, flags]) => ({
  id,
  name,
  openssl: null,
  keyExchange: 'RSA',
  authentication: 'RSA',
  encryption,
  bits,
  hash: 'MD5',
  flags: [...flags],
  strength: 'broken',
}))
