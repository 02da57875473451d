// Scans of real TLS libraries, compared set for set with what other scanners find there at the same time.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTap } from '../../electron/engine/net/index.ts'
import { openStarttls, timeLimits } from '../../electron/engine/smtp/index.ts'
import { type Opener, openImplicit, scan } from '../../electron/engine/tls/index.ts'
import type { TlsScan } from '../../shared/values/tls-scan.ts'
import { memoryRecorder } from '../fakes/recorder.ts'
import { traitsOf } from '../fakes/tls-scan.ts'
import { missingForExim, startExim } from './peers/exim.ts'
import { startJava } from './tls/java.ts'
import { type Found, foundByNmap, foundBySslscan, foundByTestssl, knownToOpenssl } from './tls/other-scanners.ts'
import {
  type Keys,
  makeKeys,
  missingPrograms,
  type Program,
  type Server,
  startGnutls,
  startNss,
  startOpenssl,
  startPostfix,
  startStunnel,
} from './tls/servers.ts'

type Row = {
  readonly name: string
  readonly programs: readonly Program[]
  /** What else is missing; null for nothing. */
  readonly missing?: () => string | null
  readonly start: (keys: Keys) => Promise<Server>
  readonly security: TlsScan['security']
  /** What another scanner finds at the port. */
  readonly found: (port: number) => Promise<Found>
  /** How many suites there are, by version: so that two scanners do not agree on nothing. */
  readonly counts: Readonly<Record<string, number>>
  readonly expected?: (result: TlsScan) => void
}

const everyKind = 'NULL-SHA256:ADH-AES128-SHA256:AES128-GCM-SHA256:ECDHE-RSA-AES256-SHA:DHE-RSA-CHACHA20-POLY1305'
const ofToday = [
  'smtpd_tls_protocols = >=TLSv1.2',
  'smtpd_tls_ciphers = high',
  'tls_high_cipherlist = ECDHE+AESGCM',
  'tls_preempt_cipherlist = yes',
]
/** Of each kind that Java has one or two. */
const javaSuites = [
  ...['TLS_AES_128_GCM_SHA256', 'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384', 'TLS_DHE_RSA_WITH_AES_128_CBC_SHA'],
  ...['TLS_RSA_WITH_NULL_SHA256', 'TLS_ECDH_anon_WITH_AES_128_CBC_SHA', 'SSL_RSA_WITH_3DES_EDE_CBC_SHA'],
  ...['SSL_RSA_WITH_DES_CBC_SHA', 'SSL_RSA_EXPORT_WITH_DES40_CBC_SHA', 'SSL_RSA_WITH_RC4_128_MD5'],
]

const rows: readonly Row[] = [
  {
    name: 'Postfix as Debian sets it up',
    programs: ['postfix', 'sslscan'],
    start: (keys) => startPostfix(keys, []),
    security: 'starttls',
    found: (port) => foundBySslscan(port, ['--starttls-smtp']),
    counts: { 'TLSv1.3': 3, 'TLSv1.2': 56, 'TLSv1.1': 16, TLSv1: 16 },
  },
  {
    name: 'Postfix of today',
    programs: ['postfix', 'testssl'],
    start: (keys) => startPostfix(keys, ofToday),
    security: 'starttls',
    found: foundByTestssl('starttls'),
    counts: { 'TLSv1.3': 3, 'TLSv1.2': 2 },
    expected: ({ suites }) => expect(suites[1]?.order).toBe('server'),
  },
  {
    name: 'Exim, whose TLS is GnuTLS, back to RC4',
    programs: ['testssl'],
    missing: () => missingForExim('stable'),
    start: async () => {
      const exim = await startExim('stable')
      return { port: exim.ports.lax, [Symbol.asyncDispose]: () => exim[Symbol.asyncDispose]() }
    },
    security: 'starttls',
    found: foundByTestssl('starttls'),
    counts: { 'TLSv1.3': 1, 'TLSv1.2': 4, TLSv1: 3 },
  },
  {
    name: 'OpenSSL behind the STARTTLS of stunnel, without encryption and without identity too',
    programs: ['stunnel', 'testssl'],
    start: (keys) => startStunnel(keys, `ciphers = ${everyKind}:@SECLEVEL=0\nsslVersionMin = TLSv1.2`),
    security: 'starttls',
    found: async (port) => {
      const found = await foundByTestssl('starttls')(port)
      expect(found).toEqual(await knownToOpenssl(`${everyKind}:@SECLEVEL=0`))
      return found
    },
    counts: { 'TLSv1.3': 3, 'TLSv1.2': 5 },
    expected: ({ classes }) => {
      const taken = classes.filter(({ outcome }) => outcome === 'yes').map((one) => one.class)
      expect(taken).toEqual(['null', 'anonymous', 'static-rsa', 'pfs-cbc', 'pfs-aead'])
    },
  },
  {
    name: 'Java, with suites for export, and back to SSLv3',
    programs: ['javac', 'testssl'],
    start: (keys) => startJava(keys, { suites: javaSuites, dhBits: 1024 }),
    security: 'tls',
    found: foundByTestssl('tls'),
    counts: { 'TLSv1.3': 1, 'TLSv1.2': 6, 'TLSv1.1': 5, TLSv1: 6, SSLv3: 6 },
    expected: ({ dh }) => expect(dh).toMatchObject([{ bits: 1024 }]),
  },
  {
    name: 'OpenSSL with two certificates',
    programs: ['nmap'],
    start: (keys) => startOpenssl(keys, []),
    security: 'tls',
    found: foundByNmap,
    counts: { 'TLSv1.3': 3, 'TLSv1.2': 27 },
    expected: (result) => {
      const { certificates, completed } = result
      expect(certificates.map(({ shownFor, chain }) => [shownFor[0], chain[0]?.key])).toEqual([
        ['rsa', 'RSA 2048'],
        ['ecdsa', 'EC prime256v1'],
      ])
      expect(completed?.resumption).toEqual({ ticket: true, sessionId: true, tls13: true })
      expect(traitsOf(result)['foreign-ticket']).toBe('yes')
    },
  },
  {
    name: 'GnuTLS with RC4 and 3DES',
    programs: ['gnutls-serv', 'nmap'],
    start: (keys) => startGnutls(keys, 'NORMAL:+VERS-TLS1.0:+VERS-TLS1.1:+ARCFOUR-128:+3DES-CBC:+SIGN-ALL'),
    security: 'tls',
    found: foundByNmap,
    counts: { 'TLSv1.3': 4, 'TLSv1.2': 32, 'TLSv1.1': 15, TLSv1: 15 },
    // RFC 6066 §3: a ticket counts for the name that it was given for alone.
    expected: (result) =>
      expect(traitsOf(result)).toMatchObject({ 'client-certificate': 'yes', 'foreign-ticket': 'no' }),
  },
  {
    name: 'NSS back to SSLv3',
    programs: ['selfserv', 'nmap'],
    start: (keys) => startNss(keys, ['-V', 'ssl3:tls1.2', '-c', ':0005:000A:002F:0035:009C:C013:C014:C02F:C030']),
    security: 'tls',
    found: foundByNmap,
    counts: { 'TLSv1.2': 9, 'TLSv1.1': 6, TLSv1: 6, SSLv3: 4 },
    expected: ({ suites }) => expect(suites.every(({ order }) => order === 'server')).toBe(true),
  },
]

let keys: Keys & Disposable
beforeAll(async () => {
  if (missingPrograms('openssl') === null) keys = await makeKeys()
})
afterAll(() => keys?.[Symbol.dispose]())

for (const { name, programs, missing, start, security, found, counts, expected } of rows) {
  const reason = missingPrograms('openssl', ...programs) ?? missing?.() ?? null
  const title = `${name}: versions and suites are those that another scanner finds`
  const shown = reason === null ? title : `${title} (skipped: ${reason})`
  test.skipIf(reason !== null)(shown, { concurrent: true, timeout: 360_000 }, async () => {
    await using server = await start(keys)
    const [result, others] = await Promise.all([scanServer(server, security), found(server.port)])
    expect([suitesOf(result), result.failure, unborneBy(result)]).toEqual([others, null, []])
    expect(Object.fromEntries(result.suites.map(({ version, suites }) => [version, suites.length]))).toEqual(counts)
    expected?.(result)
  })
}

async function scanServer({ port }: Server, security: TlsScan['security']): Promise<TlsScan> {
  const signal = new AbortController().signal
  const tap = createTap(memoryRecorder().recorder.begin('scan'))
  const addresses = [{ address: '127.0.0.1', family: 4 as const }]
  const target = { host: 'localhost', port, addresses }
  const open: Opener =
    security === 'starttls'
      ? openStarttls({ ...target, ehloName: null, limits: timeLimits(20) }, { tap, signal })
      : openImplicit({ ...target, seconds: 20 }, { tap, signal })
  const scanned = { endpoint: `localhost:${port}`, security, host: 'localhost', port, name: 'localhost' }
  return scan(open, scanned, 'full', { tap, signal, seconds: 20, perMinute: null, onEvent: () => {} })
}

const suitesOf = ({ suites }: TlsScan): Found =>
  Object.fromEntries(
    suites.map((list) => [list.version, list.suites.map(({ id }) => id).toSorted((one, other) => one - other)]),
  )

const unborneBy = ({ traits }: TlsScan) =>
  traits.filter(({ trait, outcome }) => trait.startsWith('tolerates-') && outcome !== 'yes')
