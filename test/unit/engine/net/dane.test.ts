// Certificates judged by TLSA records (RFC 7672 §3).
import { createHash, X509Certificate } from 'node:crypto'
import { beforeAll, expect, it, test } from 'vitest'
import { type TlsaRecord, tlsaForm } from '../../../../electron/engine/net/index.ts'
import { judgeByDane } from '../../../../electron/engine/net/tls.ts'
import { daysFromNow, type Issued, issue } from '../../../fakes/certificates.ts'

let authority: Issued
let between: Issued
let leaf: Issued
let lapsed: Issued
let other: Issued
beforeAll(async () => {
  authority = await issue({ name: 'Authority', isAuthority: true })
  between = await issue({ name: 'Between', isAuthority: true, issuer: authority })
  leaf = await issue({ name: 'mx', names: ['mx.example'], issuer: between })
  lapsed = await issue({
    name: 'mx',
    names: ['elsewhere.example'],
    validFrom: daysFromNow(-9),
    validTo: daysFromNow(-1),
    issuer: between,
  })
  other = await issue({ name: 'other', names: ['mx.example'] })
})

const read = ({ certificate }: Issued) => new X509Certificate(certificate)

/** The record of a certificate, as its administrator would publish it. */
function recordOf(of: Issued, usage: number, selector: number, matching: number): TlsaRecord {
  const certificate = read(of)
  const octets = selector === 0 ? certificate.raw : certificate.publicKey.export({ type: 'spki', format: 'der' })
  const digest = (name: string) => createHash(name).update(octets).digest('hex')
  const data = [octets.toString('hex'), digest('sha256'), digest('sha512')][matching] ?? ''
  return { usage, selector, matching, data }
}

const judge = (chain: readonly Issued[], records: readonly TlsaRecord[], names = ['mx.example', 'shop.example']) => {
  const verdict = judgeByDane(chain.map(read), { records, names }, new Date())
  return 'match' in verdict ? tlsaForm(verdict.match) : verdict.fault.kind
}

const forms = [0, 1].flatMap((selector) => [0, 1, 2].map((matching) => [selector, matching] as const))

test.each(forms)('3 %i %i names the certificate of the server, whatever its names and dates', (selector, matching) => {
  const form = `3 ${selector} ${matching}`
  expect([
    judge([leaf, between], [recordOf(leaf, 3, selector, matching)]),
    judge([lapsed], [recordOf(lapsed, 3, selector, matching)]),
    judge([other], [recordOf(leaf, 3, selector, matching)]),
    judge([leaf, between], [recordOf(between, 3, selector, matching)]),
  ]).toEqual([form, form, 'dane-mismatch', 'dane-mismatch'])
})

test.each(forms)('2 %i %i names an authority that was sent', (selector, matching) => {
  const form = `2 ${selector} ${matching}`
  expect([
    judge([leaf, between], [recordOf(between, 2, selector, matching)]),
    judge([leaf, between, authority], [recordOf(authority, 2, selector, matching)]),
    judge([other, between], [recordOf(between, 2, selector, matching)]),
    judge([leaf, between], [recordOf(leaf, 2, selector, matching)]),
  ]).toEqual([form, form, 'dane-mismatch', 'dane-mismatch'])
})

test.each([0, 1])('2 %i 0 brings the authority itself, which then need not be sent', (selector) => {
  expect([
    judge([leaf, between], [recordOf(authority, 2, selector, 0)]),
    judge([leaf], [recordOf(between, 2, selector, 0)]),
    judge([leaf], [recordOf(authority, 2, selector, 0)]),
    judge([leaf, between], [recordOf(other, 2, selector, 0)]),
  ]).toEqual([`2 ${selector} 0`, `2 ${selector} 0`, 'dane-mismatch', 'dane-mismatch'])
})

it('below an authority names and dates count', async () => {
  const records = [recordOf(between, 2, 0, 1)]
  const outOfDate = await issue({
    name: 'mx',
    names: ['mx.example'],
    validTo: daysFromNow(-1),
    validFrom: daysFromNow(-9),
    issuer: between,
  })
  expect([
    judge([leaf, between], records, ['shop.example', 'mx.example']),
    judge([leaf, between], records, ['shop.example']),
    judge([outOfDate, between], records),
    judge([outOfDate, between], [...records, recordOf(outOfDate, 3, 1, 1)]),
  ]).toEqual(['2 0 1', 'certificate-name-mismatch', 'certificate-expired', '3 1 1'])
})

it('one of several records is enough, as while keys are changed', () => {
  expect(judge([leaf, between], [recordOf(other, 3, 1, 1), recordOf(leaf, 3, 1, 1)])).toBe('3 1 1')
})
