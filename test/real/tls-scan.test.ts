// Scans of real TLS libraries, compared set for set with what other scanners find there.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTap } from '../../electron/engine/net/index.ts'
import { openStarttls, timeLimits } from '../../electron/engine/smtp/index.ts'
import { type Opener, openImplicit, scan } from '../../electron/engine/tls/index.ts'
import { suitesBefore13, suitesOf13 } from '../../electron/engine/tls/registry/suites.ts'
import type { TlsScan } from '../../shared/values/tls-scan.ts'
import { memoryRecorder } from '../fakes/recorder.ts'
import { traitsOf } from '../fakes/tls-scan.ts'
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

async function scanServer({ port }: Server, security: 'starttls' | 'tls'): Promise<TlsScan> {
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

const isBearing = (result: TlsScan) =>
  result.traits.filter(({ trait, outcome }) => trait.startsWith('tolerates-') && outcome !== 'yes')

/** `start` runs once; without its programs the tests are skipped, with the reason in their name. */
function describeServer(
  name: string,
  wanted: readonly Program[],
  start: (keys: Keys) => Promise<Server>,
  suite: (server: () => Server) => void,
): void {
  const missing = missingPrograms('openssl', ...wanted)
  describe.skipIf(missing !== null)(missing === null ? name : `${name} (skipped: ${missing})`, () => {
    let running: Server | null = null
    let keys: Awaited<ReturnType<typeof makeKeys>> | null = null
    beforeAll(async () => {
      keys = await makeKeys()
      running = await start(keys)
    })
    afterAll(async () => {
      await running?.stop()
      keys?.remove()
    })
    suite(() => {
      if (running === null) throw new Error('The server does not run.')
      return running
    })
  })
}

describeServer(
  'Postfix as Debian sets it up',
  ['postfix', 'sslscan'],
  (keys) => startPostfix(keys, []),
  (server) => {
    test('versions and suites are those that sslscan finds; no more than 120 connections for them', async () => {
      const result = await scanServer(server(), 'starttls')
      expect([suitesOf(result), result.failure, isBearing(result)]).toEqual([
        await foundBySslscan(server().port, ['--starttls-smtp']),
        null,
        [],
      ])
      expect(result.suites.map(({ version, suites }) => [version, suites.length])).toEqual([
        ['TLSv1.3', 3],
        ['TLSv1.2', 56],
        ['TLSv1.1', 16],
        ['TLSv1', 16],
      ])
    })
  },
)

describeServer(
  'Postfix of today',
  ['postfix', 'testssl'],
  (keys) =>
    startPostfix(keys, [
      'smtpd_tls_protocols = >=TLSv1.2',
      'smtpd_tls_ciphers = high',
      'tls_high_cipherlist = ECDHE+AESGCM',
      'tls_preempt_cipherlist = yes',
    ]),
  (server) => {
    test('versions and suites are those that testssl.sh finds', { timeout: 360_000 }, async () => {
      const result = await scanServer(server(), 'starttls')
      const found = suitesOf(result)
      expect([found, result.suites.find(({ version }) => version === 'TLSv1.2')?.order]).toEqual([
        await foundByTestssl(server().port),
        'server',
      ])
      expect(Object.keys(found)).toEqual(['TLSv1.3', 'TLSv1.2'])
    })
  },
)

const everything = 'ALL:COMPLEMENTOFALL:@SECLEVEL=0'

describeServer(
  'OpenSSL with all it has, behind the STARTTLS of stunnel',
  ['stunnel'],
  (keys) => startStunnel(keys, `ciphers = ${everything}\nsslVersionMin = TLSv1.2`),
  (server) => {
    // stunnel greets 200 ms late, each time.
    test('even suites without encryption and without identity are found', { timeout: 180_000 }, async () => {
      const result = await scanServer(server(), 'starttls')
      expect(suitesOf(result)).toEqual(await knownToOpenssl(everything))
      const taken = result.classes.filter(({ outcome }) => outcome === 'yes').map((one) => one.class)
      expect(taken).toEqual(['null', 'anonymous', 'static-rsa', 'pfs-cbc', 'pfs-aead'])
    })
  },
)

describeServer(
  'OpenSSL with two certificates',
  ['nmap'],
  (keys) => startOpenssl(keys, []),
  (server) => {
    test('suites are those that nmap finds; both certificates are shown', async () => {
      const result = await scanServer(server(), 'tls')
      const ids = new Map([...suitesOf13, ...suitesBefore13].map(({ id, name }) => [name, id]))
      // nmap calls those of TLS 1.3 by the names of its draft.
      const idOf = (name: string) => ids.get(name) ?? ids.get(name.replace('TLS_AKE_WITH_', 'TLS_')) ?? 0
      expect(suitesOf(result)).toEqual(await foundByNmap(server().port, idOf))
      expect(result.certificates.map(({ shownFor, chain }) => [shownFor[0], chain[0]?.key])).toEqual([
        ['rsa', 'RSA 2048'],
        ['ecdsa', 'EC prime256v1'],
      ])
      expect(result.completed?.resumption).toEqual({ ticket: true, sessionId: true, tls13: true })
    })
  },
)

describeServer(
  'GnuTLS with RC4 and 3DES',
  ['gnutls-serv', 'nmap'],
  (keys) => startGnutls(keys, 'NORMAL:+VERS-TLS1.0:+VERS-TLS1.1:+ARCFOUR-128:+3DES-CBC:+SIGN-ALL'),
  (server) => {
    test('suites are those that nmap finds, in four versions', async () => {
      const result = await scanServer(server(), 'tls')
      const ids = new Map([...suitesOf13, ...suitesBefore13].map(({ id, name }) => [name, id]))
      const idOf = (name: string) => ids.get(name) ?? ids.get(name.replace('TLS_AKE_WITH_', 'TLS_')) ?? 0
      expect(suitesOf(result)).toEqual(await foundByNmap(server().port, idOf))
      expect(Object.keys(suitesOf(result))).toEqual(['TLSv1.3', 'TLSv1.2', 'TLSv1.1', 'TLSv1'])
      const broken = result.suites.flatMap(({ suites }) => suites).filter(({ strength }) => strength === 'broken')
      expect(new Set(broken.flatMap(({ flags }) => flags))).toContain('rc4')
      expect(traitsOf(result)['client-certificate']).toBe('yes')
      expect(isBearing(result)).toEqual([])
    })
  },
)

describeServer(
  'NSS back to SSLv3',
  ['selfserv', 'nmap'],
  (keys) => startNss(keys, ['-V', 'ssl3:tls1.2', '-c', ':0005:000A:002F:0035:009C:C013:C014:C02F:C030']),
  (server) => {
    test('SSLv3 is found, with its suites, in the server’s order', async () => {
      const result = await scanServer(server(), 'tls')
      const ids = new Map(suitesBefore13.map(({ id, name }) => [name, id]))
      expect(suitesOf(result)).toEqual(await foundByNmap(server().port, (name) => ids.get(name) ?? 0))
      expect(result.suites.map(({ version, order }) => [version, order])).toEqual([
        ['TLSv1.2', 'server'],
        ['TLSv1.1', 'server'],
        ['TLSv1', 'server'],
        ['SSLv3', 'server'],
      ])
    })
  },
)
