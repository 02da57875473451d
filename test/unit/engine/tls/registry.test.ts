import { createHash, getDiffieHellman } from 'node:crypto'
import { getCiphers } from 'node:tls'
import { expect, test } from 'vitest'
import { candidates, portions } from '../../../../electron/engine/tls/registry/candidates.ts'
import { primeName } from '../../../../electron/engine/tls/registry/dh-primes.ts'
import { groupOf } from '../../../../electron/engine/tls/registry/groups.ts'
import { signatureName } from '../../../../electron/engine/tls/registry/signatures.ts'
import { suiteOf, suitesBefore13, suitesOf13 } from '../../../../electron/engine/tls/registry/suites.ts'

const all = [...suitesOf13, ...suitesBefore13]

test('no number and no name stands twice', () => {
  expect([new Set(all.map(({ id }) => id)).size, new Set(all.map(({ name }) => name)).size]).toEqual([374, 374])
})

test('every suite of this TLS library is known by its OpenSSL name', () => {
  const known = new Set(all.map(({ openssl }) => openssl?.toLowerCase()))
  const missing = getCiphers().filter((name) => !known.has(name))
  expect(missing).toEqual([])
})

test.each([
  [0x1303, 'any any CHACHA20-POLY1305 256 SHA256', 'aead pfs', 'strong'],
  [0xc02f, 'ECDHE RSA AES-128-GCM 128 SHA256', 'aead pfs', 'strong'],
  [0xc0af, 'ECDHE ECDSA AES-256-CCM-8 256 SHA256', 'aead pfs', 'strong'],
  [0xc013, 'ECDHE RSA AES-128-CBC 128 SHA1', 'cbc pfs', 'fair'],
  [0x009c, 'RSA RSA AES-128-GCM 128 SHA256', 'aead', 'fair'],
  [0xc031, 'ECDH RSA AES-128-GCM 128 SHA256', 'aead', 'fair'],
  [0x000a, 'RSA RSA 3DES-CBC 112 SHA1', '3des cbc', 'weak'],
  [0xc018, 'ECDHE none AES-128-CBC 128 SHA1', 'anonymous cbc pfs', 'weak'],
  [0x0007, 'RSA RSA IDEA-CBC 128 SHA1', 'idea cbc', 'weak'],
  [0x0004, 'RSA RSA RC4-128 128 MD5', 'rc4 md5', 'broken'],
  [0x0009, 'RSA RSA DES-CBC 56 SHA1', 'des cbc', 'broken'],
  [0x0014, 'DHE RSA DES40-CBC 40 SHA1', 'export des cbc pfs', 'broken'],
  [0x0006, 'RSA RSA RC2-CBC-40 40 MD5', 'export rc2 md5 cbc', 'broken'],
  [0x0060, 'RSA RSA RC4-56 56 MD5', 'export rc4 md5', 'broken'],
  [0xc006, 'ECDHE ECDSA none 0 SHA1', 'null pfs', 'broken'],
  [0xc0b4, 'any any none 0 SHA256', 'null pfs', 'broken'],
  [0xccac, 'ECDHE PSK CHACHA20-POLY1305 256 SHA256', 'shared-secret aead pfs', 'strong'],
  [0xc0aa, 'DHE PSK AES-128-CCM-8 128 SHA256', 'shared-secret aead pfs', 'strong'],
  [0xc01e, 'SRP RSA AES-128-CBC 128 SHA1', 'shared-secret cbc', 'fair'],
  [0xc103, 'any any KUZNYECHIK-MGM-L 256 ', 'aead pfs', 'strong'],
  [0x0081, 'GOST GOST 28147-CNT-IMIT 256 ', 'gost89', 'weak'],
])('%i does what its name says', (id, parts, flags, strength) => {
  const suite = suiteOf(id)
  expect([
    [suite.keyExchange, suite.authentication, suite.encryption, suite.bits, suite.hash].join(' '),
    suite.flags.join(' '),
    suite.strength,
  ]).toEqual([parts, flags, strength])
})

test('a number that nobody gave out keeps itself as its name', () => {
  expect([suiteOf(0xabcd).name, groupOf(0xabcd).name, signatureName(0xabcd)]).toEqual(['0xabcd', '0xabcd', '0xabcd'])
})

test.each(['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3'] as const)(
  'the portions of %s hold every candidate once',
  (version) => {
    const parts = portions(candidates(version))
    const ids = parts.flat().map(({ id }) => id)
    expect({
      whole: ids.toSorted(),
      // With one more for renegotiation: some servers break at over 128.
      isBearable: parts.every(({ length }) => length <= 127),
    }).toEqual({
      whole: candidates(version)
        .map(({ id }) => id)
        .toSorted(),
      isBearable: true,
    })
  },
)

test.each([
  [0x1301, ['TLSv1.3']],
  [0xc02f, ['TLSv1.2']],
  [0xc013, ['TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3']],
  [0x0003, ['TLSv1', 'SSLv3']],
  [0x0009, ['TLSv1.1', 'TLSv1', 'SSLv3']],
  [0x00ae, ['TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3']],
])('%i is asked for where it may be', (id, wanted) => {
  const versions = ['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1', 'SSLv3'] as const
  expect(versions.filter((version) => candidates(version).some((suite) => suite.id === id))).toEqual(wanted)
})

test.each([
  ['modp5', 'modp1536 (RFC 3526)'],
  ['modp14', 'modp2048 (RFC 3526)'],
  ['modp18', 'modp8192 (RFC 3526)'],
  ['modp2', 'Oakley group 2 (RFC 2409)'],
])('the prime of %s is known', (group, name) => {
  expect(primeName(createHash('sha256').update(getDiffieHellman(group).getPrime()).digest('hex'))).toBe(name)
})
