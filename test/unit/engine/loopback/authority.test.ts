import { X509Certificate } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createAuthority, isExpiring, issueIdentity } from '../../../../electron/engine/loopback/index.ts'

const day = 24 * 60 * 60 * 1000
const authority = await createAuthority()
const identity = await issueIdentity(authority)
const ca = new X509Certificate(authority.certificate)
const leaf = new X509Certificate(identity.certificate)
const daysOf = (certificate: X509Certificate) =>
  (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / day

describe('the local authority', () => {
  it('is an authority for ten years, named and fingerprinted', () => {
    expect({
      isCa: ca.ca,
      name: /^CN=Heloise local authority [0-9a-f]{6}$/.test(ca.subject),
      sha256: ca.fingerprint256.replaceAll(':', '').toLowerCase(),
      key: ca.publicKey.asymmetricKeyDetails?.namedCurve,
      years: Math.round(daysOf(ca) / 365),
    }).toEqual({ isCa: true, name: true, sha256: authority.sha256, key: 'prime256v1', years: 10 })
  })

  it('is another one each time', async () => {
    const other = await createAuthority()
    expect(other.sha256).not.toBe(authority.sha256)
    expect(leaf.verify(new X509Certificate(other.certificate).publicKey)).toBe(false)
  })
})

describe('the server certificate', () => {
  it('is signed by the authority, for the names of this machine and no more than 397 days', () => {
    expect({
      isCa: leaf.ca,
      isIssued: leaf.checkIssued(ca) && leaf.verify(ca.publicKey),
      names: leaf.subjectAltName,
      use: leaf.keyUsage,
      isShort: daysOf(leaf) <= 397,
    }).toEqual({
      isCa: false,
      isIssued: true,
      names: 'DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1',
      use: ['1.3.6.1.5.5.7.3.1'],
      isShort: true,
    })
  })

  it.each([
    ['today', 0, false],
    ['30 days before its end', 365, false],
    ['29 days before its end', 368, true],
    ['after its end', 400, true],
    ['on a clock that was set back', -2, true],
  ])('%s is renewed: day %i, %s', (_when, days, expected) => {
    expect(isExpiring(identity, Date.now() + days * day)).toBe(expected)
  })

  it('that cannot be read is renewed', () => {
    expect(isExpiring({ key: '', certificate: 'nonsense' })).toBe(true)
  })
})
