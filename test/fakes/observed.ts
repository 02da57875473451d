// Sessions of a diagnosis as plain values: a sound server, to be spoiled in one way by each test.

import { failureTexts } from '#shared/explain/failures.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Failure, FailureKind } from '#shared/values/failure.ts'
import type { Certificate, TlsDetail } from '#shared/values/tls.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { Endpoint, Observed } from '../../electron/engine/diagnose/observed.ts'
import { entriesOf, entry } from './entries.ts'

const today = new Date('2026-06-15T12:00:00Z')

const submission: Endpoint = {
  host: 'smtp.example.com',
  port: 587,
  address: null,
  role: 'submission',
  security: 'starttls',
  isSecurityChosen: false,
  isOptional: false,
  certificateName: 'smtp.example.com',
}
export const mx: Endpoint = {
  ...submission,
  host: 'mx.example.com',
  port: 25,
  role: 'mx',
  certificateName: 'mx.example.com',
}
export const submissions: Endpoint = { ...submission, port: 465, security: 'tls' }

export const offering = (...lines: readonly string[]): Capability[] =>
  lines.map((line) => {
    const [keyword = '', ...parameters] = line.split(' ')
    return { keyword, parameters }
  })

const useful = ['PIPELINING', 'SIZE 50000000', '8BITMIME', 'ENHANCEDSTATUSCODES', 'DSN', 'SMTPUTF8', 'CHUNKING']
export const before = offering(...useful, 'STARTTLS')
export const after = offering(...useful, 'AUTH PLAIN SCRAM-SHA-256')

export const leaf: Certificate = {
  subject: 'CN=smtp.example.com',
  issuer: 'CN=Intermediate',
  names: ['smtp.example.com'],
  validFrom: '2026-05-01T00:00:00.000Z',
  validTo: '2026-07-30T00:00:00.000Z',
  serialNumber: '01',
  sha256: 'ab',
  key: 'EC prime256v1',
  signatureAlgorithm: 'ecdsa-with-SHA256',
  isSelfSigned: false,
  pem: '',
}
export const intermediate: Certificate = {
  ...leaf,
  subject: 'CN=Intermediate',
  issuer: 'CN=Root',
  names: [],
  validTo: '2029-01-01T00:00:00.000Z',
  key: 'RSA 2048',
}
export const root: Certificate = { ...intermediate, subject: 'CN=Root', issuer: 'CN=Root', isSelfSigned: true }

export const tls: TlsDetail = {
  version: 'TLSv1.3',
  cipher: 'TLS_AES_256_GCM_SHA384',
  authorized: true,
  keyExchange: 'X25519',
  chain: [leaf, intermediate],
  faults: [],
}

export const withFault = (kind: string, chain: readonly Certificate[] = tls.chain): TlsDetail => ({
  ...tls,
  authorized: false,
  chain: [...chain],
  faults: [{ kind, message: `It is ${kind}.`, position: 0 }],
})

const connectedAfter = (ms: number): Entry =>
  entry({ direction: 'event', kind: 'connect', text: 'Connected.', facts: { outcome: 'connected', ms } })

const lines = entriesOf(`
S: 220 smtp.example.com ESMTP
C: EHLO [192.0.2.9]
S: 250-smtp.example.com
S: 250-SIZE 50000000
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3
C: EHLO [192.0.2.9]
S: 250-smtp.example.com
S: 250-SIZE 50000000
S: 250 AUTH PLAIN SCRAM-SHA-256
C: QUIT
S: 221 Bye
`)

/** Entries numbered in their order. */
export const numbered = (entries: readonly Entry[]): Entry[] => entries.map((one, index) => ({ ...one, index }))

/** The session of a sound server; `connectMs` and `greetingSeconds` after which it answers and greets. */
export const sessionEntries = (connectMs = 12, greetingSeconds = 0.1): Entry[] =>
  numbered([connectedAfter(connectMs), ...lines.map((one) => ({ ...one, time: greetingSeconds * 1e9 }))])

export const sound: Observed = {
  endpoint: submission,
  session: 's1',
  entries: sessionEntries(),
  address: '192.0.2.1',
  greeting: '220 smtp.example.com ESMTP',
  beforeTls: before,
  afterTls: after,
  tls,
  failure: null,
  detour: null,
  durationMs: 100,
  phases: [],
  now: today,
}

export const failureOf = (kind: FailureKind, given: Partial<Failure> = {}): Failure => ({
  kind,
  stage: 'connect',
  message: '',
  reply: null,
  fault: failureTexts[kind].fault,
  advice: '',
  facts: { host: 'smtp.example.com', port: '587' },
  ...given,
})

/** A session that got no connection. */
export const unreached = (kind: FailureKind, given: Partial<Failure> = {}): Observed => ({
  ...sound,
  entries: numbered([
    entry({ direction: 'event', kind: 'connect', facts: { outcome: 'failed', code: 'ECONNREFUSED' } }),
  ]),
  address: '',
  greeting: null,
  beforeTls: null,
  afterTls: null,
  tls: null,
  failure: failureOf(kind, given),
})

/** A session that ended before the server had greeted. */
export const ungreeted = (kind: FailureKind, given: Partial<Failure> = {}): Observed => ({
  ...unreached(kind, { stage: 'greeting', ...given }),
  address: '192.0.2.1',
  entries: numbered([connectedAfter(12)]),
})
