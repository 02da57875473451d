// A certificate that the library reads, but for a part of it: it came from somebody, and must not end what is done with it.
import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { isSignedBy, toCertificate } from '../../../../electron/engine/net/certificate.ts'
import { judgeByDane } from '../../../../electron/engine/net/dane.ts'
import { findFaults } from '../../../../electron/engine/net/trust.ts'
import { issue } from '../../../fakes/certificates.ts'

const authority = await issue({ name: 'authority', isAuthority: true })
const leaf = await issue({ name: 'leaf', names: ['mx.example'], issuer: authority })

/** Its curve is one that nobody knows. */
function withOddKey(pem: string): X509Certificate {
  const der = Buffer.from(new X509Certificate(pem).raw)
  const curve = Buffer.from('2a8648ce3d030107', 'hex')
  der.fill(0x7f, der.indexOf(curve) + curve.length - 1, der.indexOf(curve) + curve.length)
  return new X509Certificate(der)
}

test('its key is not named, nobody is signed by it, and what is judged by it is not trusted', () => {
  const sound = new X509Certificate(leaf.certificate)
  const odd = withOddKey(authority.certificate)
  const record = { usage: 2, selector: 1, matching: 1, data: '00'.repeat(32) }
  const faults = findFaults([sound, odd], 'SELF_SIGNED_CERT_IN_CHAIN', { extra: [odd], now: new Date() })
  expect([
    toCertificate(odd).key,
    toCertificate(odd).isSelfSigned,
    isSignedBy(sound, odd),
    'fault' in judgeByDane([sound, odd], { records: [record], names: ['mx.example'] }, new Date()),
    faults.length > 0,
  ]).toEqual(['', false, false, true, true])
})

test('an end that is no date is long past', () => {
  const der = Buffer.from(new X509Certificate(leaf.certificate).raw)
  const { validTo } = new X509Certificate(leaf.certificate)
  const end = der.indexOf(new Date(validTo).toISOString().slice(2, 10).replaceAll('-', ''))
  der.write('269999', end, 'latin1')
  const odd = new X509Certificate(der)
  expect([
    end > 0,
    toCertificate(odd).validTo,
    findFaults([odd], null, { extra: [], now: new Date() }).map(({ kind }) => kind),
  ]).toEqual([true, '1970-01-01T00:00:00.000Z', ['certificate-expired']])
})
