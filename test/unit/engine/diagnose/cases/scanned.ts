// Scans of TLS, spoiled in one way each.
import type { ShownChain, TlsScan } from '#shared/values/tls-scan.ts'
import type { ScanTrait } from '#shared/values/tls-scan-terms.ts'
import type { Observed } from '../../../../../electron/engine/diagnose/observed.ts'
import { groupOf } from '../../../../../electron/engine/tls/registry/groups.ts'
import { issue } from '../../../../fakes/certificates.ts'
import { failureOf, leaf, mx, root, sound, tls } from '../../../../fakes/observed.ts'
import {
  classed,
  scannedLeaf,
  shown,
  soundScan,
  suites,
  withClass,
  withLeaf,
  withoutClass,
  withTrait,
  withVersion,
} from '../../../../fakes/scanned.ts'

/** What is judged, and `result/severity`; null where the question does not arise. */
export type ScanCase = readonly [id: string, when: string, scan: TlsScan, outcome: string | null, observed?: Observed]

const atMx: Observed = { ...sound, endpoint: mx }
const shakenIn = (ms: number): Observed => ({
  ...sound,
  phases: [
    { stage: 'connect', ms: 10 },
    { stage: 'handshake', ms },
  ],
})
const unshaken: Observed = { ...sound, tls: null, failure: failureOf('tls-handshake-failed', { stage: 'tls' }) }
const quick: TlsScan = { ...soundScan, profile: 'quick' }
const brokenOff: TlsScan = {
  ...soundScan,
  isComplete: false,
  certificates: [],
  traits: [],
  failure: failureOf('connection-lost', { stage: 'tls' }),
}
const without13 = withVersion('TLSv1.3', 'no')
const nothing = withVersion('TLSv1.2', 'no', without13)
const onlyStatic = withoutClass('pfs-aead', withClass('static-rsa', 'TLSv1.2', 0x003c, without13))
const listed = (order: 'server' | 'client', ...ids: readonly number[]): TlsScan => ({
  ...soundScan,
  suites: [{ version: 'TLSv1.2', order, yieldsToChacha: null, isComplete: true, suites: suites(...ids) }],
})
const withDh = (bits: number, prime: string | null): TlsScan => ({
  ...soundScan,
  dh: [{ version: 'TLSv1.2', bits, prime, sha256: 'cd' }],
})
const withGroups = (...ids: readonly number[]): TlsScan => ({
  ...soundScan,
  groups: [{ version: 'TLSv1.3', order: 'server', isComplete: true, groups: ids.map(groupOf) }],
})
const signing = (name: string, unasked: string | null = null): TlsScan => ({
  ...soundScan,
  signatures: [{ version: 'TLSv1.2', key: 'RSA', isComplete: true, signatures: [{ id: 1, name }], unasked }],
})
const showing = (...certificates: readonly Partial<ShownChain>[]): TlsScan => ({
  ...soundScan,
  certificates: certificates.map((one) => ({ ...shown, ...one })),
})
const stapled = (staple: ShownChain['staple']) => showing({ staple })
const withSecond = (change: Partial<typeof leaf>) =>
  showing({}, { shownFor: ['ecdsa'], chain: [{ ...scannedLeaf, sha256: 'cd', ...change }] })
const past = '2026-06-01T00:00:00.000Z'
const resuming = (ticket: boolean | null): TlsScan => ({
  ...soundScan,
  completed: { tls: null, problem: null, resumption: { ticket, sessionId: ticket, tls13: ticket }, times: null },
})
const elsewhere = (...shownFor: ShownChain['shownFor']): TlsScan => ({
  ...withTrait('foreign-ticket', 'yes'),
  certificates: [shown, { ...shown, shownFor }],
})
const resumedIn = (resumedMs: number): TlsScan => ({
  ...soundScan,
  completed: {
    tls: null,
    problem: null,
    resumption: { ticket: true, sessionId: null, tls13: null },
    times: { wholeMs: 10, resumedMs },
  },
})
const forClients = await issue({ name: 'a.example', usage: '1.3.6.1.5.5.7.3.2' })
const forAnything = await issue({ name: 'a.example', isAuthority: true })

const trait = (id: string, name: ScanTrait, bad: 'yes' | 'no', outcome: string): ScanCase[] => [
  [id, `${name} is as wanted`, soundScan, 'pass/info'],
  [id, `${name} is not`, withTrait(name, bad), outcome],
  [id, `${name} is unclear`, withTrait(name, 'unclear'), 'indeterminate/info'],
  [id, 'no such trait was asked about', { ...soundScan, traits: [] }, null],
  [id, 'the scan broke off', brokenOff, 'indeterminate/info'],
]

export const scanCases: readonly ScanCase[] = [
  ['TLS-V1', 'it is offered', soundScan, 'pass/info'],
  ['TLS-V1', 'it is not', without13, 'warn/low'],
  ['TLS-V1', 'the scan could not tell, but the session can', withVersion('TLSv1.3', 'unclear'), 'pass/info'],
  ['TLS-V2', 'it is offered', soundScan, 'pass/info'],
  ['TLS-V2', 'only 1.3 is', withVersion('TLSv1.2', 'no'), 'warn/high'],
  ['TLS-V2', 'neither is', nothing, 'fail/high'],
  ['TLS-V2', 'the scan could not tell', withVersion('TLSv1.2', 'unclear'), 'indeterminate/info'],
  ['TLS-V3', 'it is refused', soundScan, 'pass/info'],
  ['TLS-V3', 'it is accepted where people submit', withVersion('TLSv1.1', 'yes'), 'fail/high'],
  ['TLS-V3', 'it is accepted by an MX', withVersion('TLSv1.1', 'yes'), 'warn/low', atMx],
  ['TLS-V4', 'it is refused', soundScan, 'pass/info'],
  ['TLS-V4', 'it is accepted where people submit', withVersion('TLSv1', 'yes'), 'fail/high'],
  ['TLS-V4', 'it is accepted by an MX', withVersion('TLSv1', 'yes'), 'warn/low', atMx],
  ['TLS-V5', 'it is refused', soundScan, 'pass/info'],
  ['TLS-V5', 'it is accepted', withVersion('SSLv3', 'yes'), 'fail/critical'],
  ['TLS-V5', 'it is accepted by an MX', withVersion('SSLv3', 'yes'), 'fail/high', atMx],
  ['TLS-V5', 'it is silent on it', withVersion('SSLv3', 'unclear'), 'indeterminate/info'],
  ['TLS-V6', 'it is refused', soundScan, 'pass/info'],
  ['TLS-V6', 'it is accepted', withVersion('SSLv2', 'yes'), 'fail/critical'],
  ['TLS-V6', 'the scan was a quick one', quick, 'skipped/info'],
  ...trait('TLS-V7', 'tolerates-newer-version', 'no', 'fail/medium'),
  ...trait('TLS-V8', 'downgrade-sentinel', 'no', 'warn/low'),
  ...trait('TLS-V9', 'fallback-scsv', 'no', 'warn/low'),
  ['TLS-C1', 'they are refused', soundScan, 'pass/info'],
  ['TLS-C1', 'one is taken, even by an MX', withClass('null', 'TLSv1.2', 0x0002), 'fail/critical', atMx],
  ['TLS-C2', 'they are refused', soundScan, 'pass/info'],
  ['TLS-C2', 'one is taken where people submit', withClass('anonymous', 'TLSv1.2', 0x0034), 'fail/critical'],
  ['TLS-C2', 'one is taken by an MX', withClass('anonymous', 'TLSv1.2', 0x0034), 'warn/low', atMx],
  ['TLS-C3', 'they are refused', soundScan, 'pass/info'],
  ['TLS-C3', 'one is taken', withClass('export', 'TLSv1', 0x0003), 'fail/critical'],
  ['TLS-C3', 'it is silent on them', classed('export', { outcome: 'unclear' }), 'indeterminate/info'],
  ['TLS-C4', 'they are refused', soundScan, 'pass/info'],
  ['TLS-C4', 'DES is taken', withClass('des-rc2-idea', 'TLSv1', 0x0009), 'fail/high'],
  ['TLS-C5', 'it is refused', soundScan, 'pass/info'],
  ['TLS-C5', 'it is taken', withClass('rc4', 'TLSv1.2', 0x0005), 'fail/high'],
  ['TLS-C5', 'it is taken by an MX', withClass('rc4', 'TLSv1.2', 0x0005), 'warn/medium', atMx],
  ['TLS-C6', 'it is refused', soundScan, 'pass/info'],
  ['TLS-C6', 'it is taken', withClass('3des', 'TLSv1.2', 0x000a), 'fail/high'],
  ['TLS-C7', 'every suite has it', soundScan, 'pass/info'],
  ['TLS-C7', 'some have not', withClass('static-rsa', 'TLSv1.2', 0x003c), 'warn/medium'],
  ['TLS-C7', 'none has', onlyStatic, 'fail/medium'],
  ['TLS-C7', 'it is silent on them', classed('static-rsa', { outcome: 'unclear' }), 'indeterminate/info'],
  ['TLS-C8', 'there is one', soundScan, 'pass/info'],
  ['TLS-C8', 'there is none', onlyStatic, 'warn/medium'],
  ['TLS-C8', 'there is no TLS', nothing, null],
  ['TLS-C9', 'the server picks strong ones', soundScan, 'pass/info'],
  ['TLS-C9', 'the client chooses among strong ones', listed('client', 0xc02f, 0xc030), 'pass/info'],
  ['TLS-C9', 'the client chooses, and a weak one is there', listed('client', 0xc02f, 0x000a), 'warn/low'],
  ['TLS-C9', 'the server picks a weak one', listed('server', 0x000a, 0xc02f), 'fail/low'],
  ...trait('TLS-C10', 'compression', 'yes', 'fail/medium'),
  ['TLS-C11', 'nothing else is accepted', soundScan, 'pass/info'],
  ['TLS-C11', 'TLS 1.0 is', withVersion('TLSv1', 'yes'), 'info/info'],
  ['TLS-C11', 'RC4 is', withClass('rc4', 'TLSv1.2', 0x0005), 'info/info'],
  ['TLS-C11', 'the scan broke off', brokenOff, 'indeterminate/info'],
  ['TLS-K1', 'it has 2048 bits', soundScan, 'pass/info'],
  ['TLS-K1', 'it has 1024', withDh(1024, null), 'fail/high'],
  ['TLS-K1', 'it has 1024 at an MX', withDh(1024, null), 'warn/medium', atMx],
  ['TLS-K1', 'it has 512 at an MX', withDh(512, null), 'fail/medium', atMx],
  ['TLS-K1', 'there is none', { ...soundScan, dh: [] }, null],
  ['TLS-K2', 'it is of RFC 7919', soundScan, 'pass/info'],
  ['TLS-K2', 'nobody knows it', withDh(2048, null), 'info/info'],
  ['TLS-K2', 'everybody has it, and it is small', withDh(1024, 'nginx, 1024 bits'), 'fail/medium'],
  ['TLS-K2', 'there is none', { ...soundScan, dh: [] }, null],
  ['TLS-K3', 'X25519 is there', soundScan, 'pass/info'],
  ['TLS-K3', 'P-384 alone is there', withGroups(24), 'warn/low'],
  ['TLS-K3', 'P-224 alone is there', withGroups(21), 'fail/low'],
  ['TLS-K4', 'there is one', soundScan, 'pass/info'],
  ['TLS-K4', 'there is none', withGroups(29, 23), 'info/info'],
  ['TLS-K4', 'there is no TLS 1.3', without13, null],
  ['TLS-K5', 'SHA-256 is used', soundScan, 'pass/info'],
  ['TLS-K5', 'SHA-1 is', signing('rsa_pkcs1_sha1'), 'warn/medium'],
  ['TLS-K5', 'MD5 is', signing('rsa_pkcs1_md5'), 'fail/medium'],
  ['TLS-K5', 'MD5 is, and was not asked for', signing('rsa_pkcs1_sha256', 'rsa_pkcs1_md5'), 'fail/medium'],
  ['TLS-X6', 'the keys are strong', soundScan, 'pass/info'],
  ['TLS-X6', 'one of two is weak', withSecond({ key: 'RSA 1024' }), 'fail/high'],
  ['TLS-X6', 'the session alone showed them', brokenOff, 'pass/info'],
  ['TLS-X7', 'SHA-256 is used', soundScan, 'pass/info'],
  ['TLS-X7', 'SHA-1 is', withLeaf({ signatureAlgorithm: 'sha1WithRSAEncryption' }), 'fail/high'],
  [
    'TLS-X7',
    'a root signs itself with SHA-1',
    showing({ chain: [scannedLeaf, { ...root, signatureAlgorithm: 'sha1WithRSAEncryption' }] }),
    'pass/info',
  ],
  [
    'TLS-X7',
    'the session alone showed it',
    brokenOff,
    'fail/high',
    { ...sound, tls: { ...tls, chain: [{ ...leaf, signatureAlgorithm: 'ecdsa-with-SHA1' }] } },
  ],
  ['TLS-X8', 'it is for servers', soundScan, 'pass/info'],
  ['TLS-X8', 'it is for clients', withLeaf({ pem: forClients.certificate }), 'fail/medium'],
  ['TLS-X8', 'it does not say', withLeaf({ pem: forAnything.certificate }), 'warn/medium'],
  ['TLS-X8', 'it cannot be read', withLeaf({ pem: '' }), 'indeterminate/info'],
  ['TLS-X9', 'it lives for ninety days', soundScan, 'pass/info'],
  [
    'TLS-X9',
    'it lives for a year, as it may no longer',
    withLeaf({ validTo: '2027-05-01T00:00:00.000Z' }),
    'info/info',
  ],
  [
    'TLS-X9',
    'it lives for a year, as it still might',
    withLeaf({ validFrom: '2025-12-01T00:00:00.000Z', validTo: '2026-12-01T00:00:00.000Z' }),
    'pass/info',
  ],
  ['TLS-X9', 'it vouches for itself', withLeaf({ isSelfSigned: true }), null],
  ['TLS-X10', 'it proves it', soundScan, 'pass/info'],
  ['TLS-X10', 'it proves nothing', stapled(null), 'info/info'],
  ['TLS-X10', 'its proof is old', stapled({ status: 'good', thisUpdate: past, nextUpdate: past }), 'warn/low'],
  [
    'TLS-X10',
    'its proof cannot be read',
    stapled({ status: 'unreadable', thisUpdate: null, nextUpdate: null }),
    'warn/low',
  ],
  ['TLS-X10', 'it is revoked', stapled({ status: 'revoked', thisUpdate: null, nextUpdate: null }), 'fail/low'],
  ['TLS-X11', 'they get the same', soundScan, 'pass/info'],
  ['TLS-X11', 'they get another one', showing({ shownFor: ['rsa'] }, { shownFor: ['no-name'] }), 'warn/low'],
  ['TLS-X11', 'they get none', showing({ shownFor: ['rsa'] }), 'fail/low'],
  ['TLS-X11', 'no name was asked for', { ...soundScan, serverName: null }, null],
  ['TLS-X12', 'there is one alone', soundScan, null],
  ['TLS-X12', 'they agree', withSecond({}), 'pass/info'],
  ['TLS-X12', 'one has expired', withSecond({ validTo: past }), 'fail/medium'],
  ['TLS-X12', 'one was not renewed', withSecond({ validTo: '2026-06-20T00:00:00.000Z' }), 'warn/medium'],
  ['TLS-X12', 'they have different names', withSecond({ names: ['old.example.com'] }), 'warn/medium'],
  ['TLS-X13', 'we can', soundScan, 'pass/info'],
  ['TLS-X13', 'we cannot, though it answers', soundScan, 'warn/info', unshaken],
  ['TLS-X13', 'nobody can', nothing, null, unshaken],
  ...trait('TLS-S1', 'secure-renegotiation', 'no', 'fail/medium'),
  ...trait('TLS-S2', 'extended-master-secret', 'no', 'warn/low'),
  ...trait('TLS-S3', 'encrypt-then-mac', 'no', 'warn/low'),
  [
    'PERF-06',
    'a client is asked for its certificate',
    withTrait('client-certificate', 'yes'),
    'pass/info',
    shakenIn(90),
  ],
  ['PERF-06', 'it is slow', soundScan, 'warn/low', shakenIn(2000)],
  ['PERF-06', 'it did not come about', soundScan, null],
  ['PERF-17', 'it does', resumedIn(4), 'pass/info'],
  ['PERF-17', 'it does not', resumedIn(12), 'info/info'],
  ['PERF-17', 'none can be', resuming(false), null],
  ['TLS-S4', 'they can', resuming(true), 'pass/info'],
  ['TLS-S4', 'they cannot', resuming(false), 'info/info'],
  ['TLS-S4', 'tickets are taken under another name', elsewhere('ecdsa', 'other-name'), 'pass/info'],
  ['TLS-S4', 'tickets are taken under the name of another host', elsewhere('no-name', 'other-name'), 'fail/info'],
  ['TLS-S4', 'nothing was tried', resuming(null), 'indeterminate/info'],
  ...trait('TLS-S5', 'early-data', 'yes', 'fail/medium'),
  ...trait('TLS-S6', 'client-certificate', 'yes', 'info/info'),
  ...trait('TLS-S7', 'tolerates-grease', 'no', 'fail/medium'),
  ...trait('TLS-S8', 'tolerates-split-records', 'no', 'fail/high'),
  ...trait('TLS-S9', 'heartbeat', 'yes', 'warn/low'),
  ['TLS-D1', 'there is none', soundScan, 'pass/info'],
  ['TLS-D1', 'there are CBC suites', withClass('pfs-cbc', 'TLSv1.2', 0xc013), 'info/info'],
  ['TLS-D1', 'SSL 2.0 is offered', withVersion('SSLv2', 'yes'), 'fail/high'],
  ['TLS-D1', 'RC4 is taken', withClass('rc4', 'TLSv1.2', 0x0005), 'fail/high'],
]
