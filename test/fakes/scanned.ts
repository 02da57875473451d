// Scans of TLS as plain values: a full one of a sound server, to be spoiled in one way by each test.
import type { Certificate } from '#shared/values/tls.ts'
import type { ScannedClass, ShownChain, TlsScan } from '#shared/values/tls-scan.ts'
import {
  type ScanOutcome,
  type ScanTrait,
  type ScanVersion,
  type SuiteClass,
  scanTraits,
  scanVersions,
  suiteClasses,
} from '#shared/values/tls-scan-terms.ts'
import { groupOf } from '../../electron/engine/tls/registry/groups.ts'
import { suiteOf } from '../../electron/engine/tls/registry/suites.ts'
import { issue } from './certificates.ts'
import { intermediate, leaf } from './observed.ts'

const issued = await issue({ name: 'smtp.example.com', names: ['smtp.example.com'] })
export const scannedLeaf: Certificate = { ...leaf, pem: issued.certificate }

const offered: readonly ScanVersion[] = ['TLSv1.3', 'TLSv1.2']
const unwanted: readonly ScanTrait[] = [
  'compression',
  'heartbeat',
  'client-certificate',
  'early-data',
  'foreign-ticket',
]
export const suites = (...ids: readonly number[]) => ids.map(suiteOf)
const groups = (...ids: readonly number[]) => ids.map(groupOf)

export const shown: ShownChain = {
  shownFor: ['rsa', 'no-name'],
  chain: [scannedLeaf, intermediate],
  count: 2,
  staple: { status: 'good', thisUpdate: '2026-06-14T00:00:00.000Z', nextUpdate: '2026-06-20T00:00:00.000Z' },
}

export const soundScan: TlsScan = {
  endpoint: 'smtp.example.com:587',
  address: '192.0.2.1',
  security: 'starttls',
  profile: 'full',
  serverName: 'smtp.example.com',
  startedAt: '2026-06-15T12:00:00.000Z',
  durationMs: 4000,
  connections: 80,
  isComplete: true,
  versions: scanVersions.map((version, entry) => {
    const isOffered = offered.includes(version)
    return { version, outcome: isOffered ? 'yes' : 'no', answer: isOffered ? 'chose it' : 'alert 70', entry }
  }),
  classes: suiteClasses.map((name, index) =>
    name === 'pfs-aead'
      ? { class: name, outcome: 'yes', version: 'TLSv1.2', suite: suiteOf(0xc02f), answer: 'chose it', entry: 19 }
      : { class: name, outcome: 'no', version: null, suite: null, answer: 'alert 40', entry: 10 + index },
  ),
  suites: [
    { version: 'TLSv1.3', order: 'server', yieldsToChacha: null, isComplete: true, suites: suites(0x1301) },
    { version: 'TLSv1.2', order: 'server', yieldsToChacha: null, isComplete: true, suites: suites(0xc02f) },
  ],
  groups: [
    { version: 'TLSv1.3', order: 'server', isComplete: true, groups: groups(0x11ec, 29, 23) },
    { version: 'TLSv1.2', order: 'server', isComplete: true, groups: groups(29, 23) },
  ],
  dh: [{ version: 'TLSv1.2', bits: 2048, prime: 'ffdhe2048 (RFC 7919)', sha256: 'ab' }],
  signatures: [
    {
      version: 'TLSv1.2',
      key: 'RSA',
      isComplete: true,
      signatures: [{ id: 0x0401, name: 'rsa_pkcs1_sha256' }],
      unasked: null,
    },
  ],
  certificates: [shown],
  traits: scanTraits.map((trait, index) => ({
    trait,
    outcome: unwanted.includes(trait) ? 'no' : 'yes',
    answer: 'as wanted',
    entry: 30 + index,
  })),
  completed: {
    tls: null,
    problem: null,
    resumption: { ticket: true, sessionId: false, tls13: true },
    times: { wholeMs: 9, resumedMs: 4 },
  },
  failure: null,
}

export const withVersion = (wanted: ScanVersion, outcome: ScanOutcome, scan = soundScan): TlsScan => ({
  ...scan,
  versions: scan.versions.map((one) => (one.version === wanted ? { ...one, outcome } : one)),
})

/** Taken with a suite in a version. */
export const withClass = (name: SuiteClass, version: ScanVersion, suite: number, scan = soundScan): TlsScan =>
  classed(name, { outcome: 'yes', version, suite: suiteOf(suite) }, scan)

export const withoutClass = (name: SuiteClass, scan = soundScan): TlsScan =>
  classed(name, { outcome: 'no', version: null, suite: null }, scan)

export const classed = (name: SuiteClass, change: Partial<ScannedClass>, scan = soundScan): TlsScan => ({
  ...scan,
  classes: scan.classes.map((one) => (one.class === name ? { ...one, ...change } : one)),
})

export const withTrait = (wanted: ScanTrait, outcome: ScanOutcome): TlsScan => ({
  ...soundScan,
  traits: soundScan.traits.map((one) => (one.trait === wanted ? { ...one, outcome } : one)),
})

export const withLeaf = (change: Partial<Certificate>): TlsScan => ({
  ...soundScan,
  certificates: [{ ...shown, chain: [{ ...scannedLeaf, ...change }, intermediate] }],
})
