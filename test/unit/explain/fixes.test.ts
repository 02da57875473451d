import { expect, test } from 'vitest'
import type { Fix, FixableAccess } from '#shared/explain/fix.ts'
import { fixFor } from '#shared/explain/fixes.ts'
import { type Failure, type FailureKind, failureKinds } from '#shared/values/failure.ts'

const submission: FixableAccess = { route: 'relay', port: 587, security: 'starttls' }
const failure = (kind: FailureKind, given: Partial<Failure> = {}): Failure => ({
  kind,
  stage: 'connect',
  message: '',
  reply: null,
  fault: 'ours',
  advice: '',
  facts: {},
  ...given,
})
const withoutLabel = (fix: Fix | null) => {
  if (fix === null) return null
  const { label: _, ...rest } = fix
  return rest
}

type Case = readonly [why: string, failure: Failure, access: FixableAccess, fix: object | null]
const cases: readonly Case[] = [
  ['a port that speaks TLS', failure('speaks-tls'), submission, { kind: 'set-security', security: 'tls', port: 587 }],
  [
    'a port that does not',
    failure('tls-not-spoken'),
    { ...submission, security: 'tls' },
    { kind: 'set-security', security: 'starttls', port: 587 },
  ],
  [
    'no STARTTLS on 587',
    failure('starttls-not-offered'),
    submission,
    { kind: 'set-security', security: 'tls', port: 465 },
  ],
  [
    'no STARTTLS on 465',
    failure('starttls-not-offered'),
    { ...submission, port: 465 },
    { kind: 'set-security', security: 'starttls', port: 587 },
  ],
  [
    'no login on 25',
    failure('login-not-offered'),
    { ...submission, port: 25 },
    { kind: 'set-security', security: 'starttls', port: 587 },
  ],
  [
    'port 25 blocked',
    failure('connection-timed-out'),
    { ...submission, port: 25 },
    { kind: 'set-security', security: 'starttls', port: 587 },
  ],
  [
    'a self-signed certificate',
    failure('certificate-self-signed', { facts: { sha256: 'ab12' } }),
    submission,
    { kind: 'trust-certificate', sha256: 'ab12' },
  ],
  ['one that was not told', failure('certificate-self-signed'), submission, null],
  [
    'one on the MX route',
    failure('certificate-self-signed', { facts: { sha256: 'ab12' } }),
    { ...submission, route: 'mx' },
    null,
  ],
  [
    'a wrong password',
    failure('login-refused', { stage: 'auth', reply: { code: 535, enhanced: '5.7.8', text: '' } }),
    submission,
    { kind: 'edit-password' },
  ],
  [
    'a token that has expired',
    failure('login-token-refused', { stage: 'auth', reply: { code: 535, enhanced: '5.7.8', text: '' } }),
    submission,
    { kind: 'edit-password' },
  ],
  [
    'a recipient that is none',
    failure('address-invalid', { facts: { field: 'to', address: 'x@' } }),
    submission,
    { kind: 'edit-recipient', address: 'x@' },
  ],
  [
    'a sender that is none',
    failure('address-invalid', { facts: { field: 'from', address: 'x@' } }),
    submission,
    { kind: 'edit-draft', field: 'from' },
  ],
  [
    'a broken subject',
    failure('header-invalid', { facts: { field: 'subject' } }),
    submission,
    { kind: 'edit-draft', field: 'subject' },
  ],
  [
    'a missing attachment',
    failure('attachment-missing', { facts: { attachment: 'a1' } }),
    submission,
    { kind: 'remove-attachment', id: 'a1' },
  ],
  ['too much of everything', failure('mail-too-large'), submission, { kind: 'edit-draft', field: 'attachments' }],
  [
    'a bad EHLO name',
    failure('profile-invalid', { facts: { field: 'ehloName' } }),
    submission,
    { kind: 'edit-profile', field: 'ehloName' },
  ],
  ['loopback is off', failure('connection-refused'), { ...submission, isLoopback: true }, { kind: 'start-loopback' }],
  ['a closed port elsewhere', failure('connection-refused'), submission, { kind: 'edit-profile', field: 'port' }],
  ['a closed port on the MX route', failure('connection-refused'), { ...submission, route: 'mx' }, null],
  [
    'STARTTLS asked for',
    failure('sender-refused', {
      stage: 'mail',
      reply: { code: 530, enhanced: '5.7.0', text: 'Must issue a STARTTLS command first' },
    }),
    { ...submission, security: 'none' },
    { kind: 'set-security', security: 'starttls', port: 587 },
  ],
  [
    'greylisting',
    failure('recipients-refused', { stage: 'rcpt', reply: { code: 451, enhanced: '4.7.1', text: 'Greylisted' } }),
    submission,
    { kind: 'retry' },
  ],
  [
    'relaying refused on 25',
    failure('recipients-refused', {
      stage: 'rcpt',
      reply: { code: 554, enhanced: '5.7.1', text: 'Relay access denied' },
    }),
    { ...submission, port: 25 },
    { kind: 'set-security', security: 'starttls', port: 587 },
  ],
  [
    'an option that is none',
    failure('wire-option-invalid', { facts: { field: 'BDAT', reason: 'x' } }),
    submission,
    { kind: 'edit-wire', at: { field: 'BDAT' } },
  ],
  [
    'an attribute that the server does not take',
    failure('extension-not-offered', { facts: { keyword: 'XCLIENT LOGIN' } }),
    submission,
    { kind: 'edit-wire', at: { keyword: 'XCLIENT' } },
  ],
  ['an extension that goes too far', failure('extension-unusable'), submission, { kind: 'edit-wire', at: null }],
  ['a proxy that is not there', failure('proxy-unreachable'), submission, { kind: 'edit-profile', field: 'proxyHost' }],
  [
    'a proxy on the MX route',
    failure('proxy-login-refused'),
    { ...submission, route: 'mx' },
    { kind: 'edit-profile', field: 'proxyUser' },
  ],
  [
    'a password of a proxy that is missing',
    failure('profile-invalid', { facts: { field: 'proxyPassword' } }),
    { ...submission, route: 'mx' },
    { kind: 'edit-profile', field: 'proxyPassword' },
  ],
  [
    'a server that the proxy does not reach',
    failure('proxy-cannot-reach'),
    submission,
    { kind: 'edit-profile', field: 'host' },
  ],
  [
    'a local address that is not here',
    failure('local-address-unusable'),
    submission,
    { kind: 'edit-profile', field: 'localAddress' },
  ],
  ['an unknown outcome', failure('outcome-unknown'), submission, null],
]

test('of several refused recipients the first is corrected', () => {
  const refused = failure('recipients-refused', { facts: { addresses: 'a@b.example, c@d.example' } })
  expect(fixFor(refused, submission)).toMatchObject({ kind: 'edit-recipient', address: 'a@b.example' })
})

test.each(cases)('the fix for %s', (_why, failure, access, fix) => {
  expect(withoutLabel(fixFor(failure, access))).toEqual(fix)
})

test('every fix has a label in both languages', () => {
  const fixes = failureKinds.map((kind) =>
    fixFor(failure(kind, { facts: { sha256: 'ab', attachment: 'a' } }), submission),
  )
  expect(
    fixes.filter(
      (fix) => fix !== null && (fix.label.en === '' || fix.label.es === '' || fix.label.en === fix.label.es),
    ),
  ).toEqual([])
})
