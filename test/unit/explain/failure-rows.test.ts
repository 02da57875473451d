// Rows 1 to 28, 40 and 41 of the table of error explanations: what went wrong where the server answered nothing.
import { expect, test } from 'vitest'
import { explainFailure, failureRefinements, failureTexts, meaningOf } from '#shared/explain/failures.ts'
import type { Failure, FailureKind } from '#shared/values/failure.ts'
import type { Stage } from '#shared/values/stage.ts'
import { refines } from '../../../shared/explain/failure-refinement.ts'

type Told = { readonly stage?: Stage; readonly facts?: Failure['facts'] }
const failure = (kind: FailureKind, { stage = 'connect', facts = {} }: Told = {}): Failure => ({
  kind,
  stage,
  message: '',
  reply: null,
  fault: failureTexts[kind].fault,
  advice: '',
  facts,
})
const handshake = (reason: string) => failure('tls-handshake-failed', { stage: 'tls', facts: { reason } })
const certificate = (kind: FailureKind, reason = '') => failure(kind, { stage: 'tls', facts: { reason } })

const authority = 'The authority “CN=Scan” is not trusted by this computer.'
const issuer = 'The certificate of the issuer “CN=Sub” was not sent and is not known here.'
const anyIssuer = 'The issuer “CN=Root” is not known here, and its certificate was not sent.'
const rows: readonly (readonly [row: number, failure: Failure, advice: RegExp])[] = [
  [1, failure('host-not-found'), /spelling.*often not its mail server/],
  [2, failure('dns-unavailable', { facts: { reason: 'ETIMEOUT' } }), /internet connection or VPN.*another DNS server/],
  [3, failure('domain-has-no-server'), /spelling/],
  [4, failure('dns-unavailable', { facts: { reason: 'SERVFAIL' } }), /owner of the domain.*does not validate/],
  [5, failure('domain-takes-no-mail'), /can never arrive/],
  [6, failure('connection-refused'), /587 or 465.*start the service/],
  [7, failure('connection-timed-out', { facts: { port: '25' } }), /587 or 465 with a login.*provider/],
  [8, failure('connection-timed-out', { facts: { port: '465' } }), /firewall.*VPN.*other port.*another network/],
  [9, failure('host-unreachable', { facts: { ip: '::1' } }), /IPv6.*IPv4/],
  [10, failure('connection-forbidden'), /Allow Heloise/],
  [11, failure('connection-lost', { stage: 'greeting' }), /Wait.*block list.*switch that off/],
  [12, failure('greeting-missing', { stage: 'greeting', facts: { port: '465' } }), /465, choose implicit TLS/],
  [12, failure('speaks-tls', { stage: 'greeting' }), /implicit TLS/],
  [13, failure('greeting-missing', { stage: 'greeting' }), /delay strangers on purpose/],
  [14, failure('tls-not-spoken', { stage: 'tls' }), /STARTTLS, or use port 465/],
  [15, failure('tls-version-unsupported', { stage: 'tls' }), /enable TLS 1\.2/],
  [16, handshake('ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE'), /ECDHE.*client certificate/],
  [16, handshake('ERR_SSL_DH_KEY_TOO_SMALL'), /at least 2048 bits/],
  [16, handshake('ERR_SSL_TLSV1_UNRECOGNIZED_NAME'), /certificate for the name/],
  [17, handshake('ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR'), /key file.*belong together/],
  [18, handshake('ERR_SSL_UNSAFE_LEGACY_RENEGOTIATION_DISABLED'), /update/],
  [19, certificate('certificate-self-signed'), /compare the fingerprint.*this one certificate, never any/],
  [20, certificate('certificate-untrusted', authority), /add it to the profile.*exclude Heloise/],
  [21, certificate('certificate-untrusted', issuer), /full chain/],
  [21, certificate('certificate-untrusted', anyIssuer), /full chain.*private one.*trust this one certificate/],
  [22, certificate('certificate-expired'), /date of this computer.*renew.*reload/],
  [23, certificate('certificate-not-yet-valid'), /clock/],
  [24, certificate('certificate-name-mismatch'), /one of the names.*not by an IP address/],
  [25, certificate('certificate-invalid', 'The TLS library says CA_MD_TOO_WEAK.'), /SHA-1.*issued anew/],
  [25, handshake('ERR_SSL_EE_KEY_TOO_SMALL'), /SHA-1.*issued anew/],
  [26, certificate('certificate-invalid', 'The TLS library says INVALID_PURPOSE.'), /digitalSignature and serverAuth/],
  [26, handshake('ERR_SSL_KEY_USAGE_BIT_INCORRECT'), /digitalSignature and serverAuth/],
  [27, failure('client-certificate-refused', { stage: 'tls' }), /Give the profile the certificate/],
  [28, failure('starttls-refused', { stage: 'tls' }), /Do not fall back to clear text/],
  [40, failure('connection-lost', { stage: 'data' }), /Try again.*firewall.*antivirus/],
  [41, failure('outcome-unknown', { stage: 'data' }), /Sent folder, before sending again/],
]

test.each(rows)('row %i advises what the facts call for: %o', (_row, given, advice) => {
  expect(explainFailure(given, 'en').advice).toMatch(advice)
})

test('no refinement speaks of another’s failure, and each is seen', () => {
  const found = rows.map(([, given]) => failureRefinements.filter((one) => refines(one, given)))
  const seen = new Set(found.flat())
  expect([found.filter((all) => all.length > 1), failureRefinements.filter((one) => !seen.has(one))]).toEqual([[], []])
})

test('a failure of which no more is known keeps the words of its kind', () => {
  const kinds = ['dns-unavailable', 'connection-timed-out', 'tls-handshake-failed', 'certificate-untrusted'] as const
  expect(kinds.map((kind) => meaningOf(failure(kind)).title)).toEqual(kinds.map((kind) => failureTexts[kind].title))
  expect(meaningOf(failure('connection-lost', { stage: 'data' })).title).toBe(failureTexts['connection-lost'].title)
})

test('an alert that is not known stays as the library says it', () => {
  expect(explainFailure(handshake('ERR_SSL_SOMETHING_NEW'), 'en').happened).toContain('ERR_SSL_SOMETHING_NEW')
})
