// The checks of what a domain publishes, through real names: zones that Knot signs and Unbound validates, policies by HTTPS.
import { generateKeyPairSync } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { recordChecks } from '../../electron/engine/diagnose/checks/records/index.ts'
import { findingOf } from '../../electron/engine/diagnose/finding.ts'
import { gatherRecords } from '../../electron/engine/diagnose/records/gather.ts'
import { nobody } from '../../electron/engine/diagnose/records/sender.ts'
import { createDnsClient } from '../../electron/engine/dns/client.ts'
import { systemResolver } from '../../electron/engine/dns/index.ts'
import { parseServer } from '../../electron/engine/dns/server-address.ts'
import { type Issued, issue } from '../fakes/certificates.ts'
import { policyServer, policyText } from '../fakes/policy-server.ts'
import { signedMail, signingKey } from '../fakes/signed-mail.ts'
import { type RealDns, startDns } from './names/dns.ts'
import { missingForNames } from './names/needs.ts'

/** Strings of a TXT record have 255 octets at most. */
const txt = (text: string): string => `TXT ${(text.match(/.{1,250}/g) ?? []).map((part) => `"${part}"`).join(' ')}`
const key = (bits: number): string => {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits })
  return txt(`v=DKIM1; k=rsa; p=${publicKey.export({ type: 'spki', format: 'der' }).toString('base64')}`)
}
const named = (count: number) => Array.from({ length: count }, (_, index) => `include:i${index}.signed.test`).join(' ')

const logoAt = (name: string) => {
  const host = `https://logo.${name}.signed.test`
  return `v=BIMI1; l=${host}/l.svg; a=${host}/l.pem`
}

type Row = readonly [name: string, records: readonly string[], ...verdicts: readonly string[]]

/** `@` is the name of the row, below signed.test. */
const rows: readonly Row[] = [
  [
    'good',
    [
      '@ MX 10 mx',
      '@ MX 20 mx2',
      `@ ${txt('v=spf1 ip4:127.0.0.11 -all')}`,
      `s1._domainkey.@ ${key(2048)}`,
      `_dmarc.@ ${txt('v=DMARC1; p=reject; rua=mailto:d@good.signed.test')}`,
      `_smtp._tls.@ ${txt('v=TLSRPTv1; rua=mailto:t@good.signed.test')}`,
      `_mta-sts.@ ${txt('v=STSv1; id=1')}`,
      'mta-sts.@ A 127.0.0.1',
      `default._bimi.@ ${txt(logoAt('good'))}`,
      'logo.@ A 127.0.0.1',
      'mx CAA 0 issue "letsencrypt.org"',
      'mx2 CAA 0 issue "letsencrypt.org"',
      '_submissions._tcp.@ SRV 0 1 465 mx',
    ],
    ...['DNS-01 pass', 'DNS-02 pass', 'SEC-01 pass', 'SEC-02 pass', 'MX-03 pass', 'MX-04 pass', 'MX-05 pass'],
    ...['MX-06 pass', 'MX-07 fail', 'MX-08 pass', 'MX-09 pass', 'MX-10 pass', 'MX-11 warn', 'SPF-01 pass'],
    ...['SPF-02 pass', 'SPF-03 pass', 'SPF-04 pass', 'SPF-05 pass', 'SPF-06 pass', 'SPF-07 pass', 'DKI-01 pass'],
    ...['DKI-02 pass', 'DKI-03 pass', 'DMA-01 pass', 'DMA-02 pass', 'DMA-03 pass', 'DMA-04 pass', 'TRP-01 pass'],
    ...['STS-01 pass', 'STS-02 pass', 'STS-03 pass', 'BIM-01 pass', 'CAA-01 pass', 'SRV-01 pass'],
  ],
  ['bare', ['@ A 192.0.2.1'], 'SPF-01 warn', 'DMA-01 fail', 'DKI-01 warn', 'TRP-01 warn', 'STS-01 warn', 'SRV-01 info'],
  ['null-mixed', ['@ MX 0 .', '@ MX 10 mx'], 'MX-03 fail'],
  ['alias-mx', ['@ MX 10 alias', 'alias CNAME mx'], 'MX-04 fail'],
  ['address-mx', ['@ MX 10 192.0.2.1.'], 'MX-05 fail'],
  ['dangling', ['@ MX 10 nowhere', '@ MX 20 mx'], 'MX-06 warn'],
  ['private', ['@ MX 10 inside', 'inside A 10.0.0.1'], 'MX-07 fail'],
  ['twice', ['@ MX 10 mx', '@ MX 20 mx3', 'mx3 A 127.0.0.11'], 'MX-08 warn'],
  ['brief', ['@ 60 MX 10 mx'], 'MX-09 warn'],
  ['cname', ['@ CNAME good'], 'MX-10 fail'],
  ['spf-two', [`@ ${txt('v=spf1 -all')}`, `@ ${txt('v=spf1 a -all')}`], 'SPF-01 fail', 'SPF-07 fail'],
  ['spf-eleven', [`@ ${txt(`v=spf1 ${named(11)} -all`)}`], 'SPF-03 fail', 'SPF-07 fail'],
  ['spf-all', [`@ ${txt('v=spf1 +all')}`], 'SPF-05 fail', 'SPF-07 pass'],
  ['spf-gone', [`@ ${txt('v=spf1 include:nowhere.signed.test -all')}`], 'SPF-04 fail', 'SPF-07 fail'],
  ['spf-wrong', [`@ ${txt('v=spf1 ipv4:127.0.0.11 ptr ~all')}`], 'SPF-02 fail', 'SPF-06 warn', 'SPF-07 fail'],
  ['spf-soft', [`@ ${txt('v=spf1 ip4:192.0.2.1 ~all')}`], 'SPF-07 warn'],
  ['dkim-empty', [`mail._domainkey.@ ${txt('v=DKIM1; p=')}`], 'DKI-02 fail'],
  ['dkim-short', [`mail._domainkey.@ ${key(512)}`], 'DKI-03 fail'],
  ['dkim-two', [`mail._domainkey.@ ${key(2048)}`, `mail._domainkey.@ ${key(2048)}`], 'DKI-02 fail'],
  ['dmarc-two', [`_dmarc.@ ${txt('v=DMARC1; p=none')}`, `_dmarc.@ ${txt('v=DMARC1; p=reject')}`], 'DMA-02 fail'],
  ['dmarc-watch', [`_dmarc.@ ${txt('v=DMARC1; p=none; pct=5')}`], 'DMA-02 warn', 'DMA-03 warn', 'DMA-04 warn'],
  ['dmarc-away', [`_dmarc.@ ${txt('v=DMARC1; p=reject; rua=mailto:d@plain.test')}`], 'DMA-04 fail'],
  ['sts-moved', [`_mta-sts.@ ${txt('v=STSv1; id=1')}`, 'mta-sts.@ A 127.0.0.1'], 'STS-02 fail'],
  ['sts-html', [`_mta-sts.@ ${txt('v=STSv1; id=1')}`, 'mta-sts.@ A 127.0.0.1'], 'STS-02 warn'],
  ['sts-foreign', [`_mta-sts.@ ${txt('v=STSv1; id=1')}`, 'mta-sts.@ A 127.0.0.1'], 'STS-02 fail'],
  ['sts-bad', [`_mta-sts.@ ${txt('v=STSv1; id=1')}`, 'mta-sts.@ A 127.0.0.1'], 'STS-03 fail'],
  [
    'rpt-two',
    [
      `_smtp._tls.@ ${txt('v=TLSRPTv1; rua=mailto:a@b.test')}`,
      `_smtp._tls.@ ${txt('v=TLSRPTv1; rua=mailto:c@b.test')}`,
    ],
    'TRP-01 fail',
  ],
  [
    'bimi-bad',
    [`default._bimi.@ ${txt(logoAt('bimi-bad'))}`, 'logo.@ A 127.0.0.1', `_dmarc.@ ${txt('v=DMARC1; p=reject')}`],
    'BIM-01 fail',
  ],
  ['closed', ['@ MX 10 shut', 'shut A 127.0.0.11', 'shut CAA 0 issue ";"'], 'CAA-01 warn'],
  ['srv-gone', ['_imaps._tcp.@ SRV 0 1 993 nowhere'], 'SRV-01 fail'],
]

/** What other zones show. */
const others: readonly (readonly [domain: string, ...verdicts: readonly string[]])[] = [
  ['plain.test', 'SEC-01 warn', 'MX-11 warn'],
  ['broken.test', 'SEC-01 fail'],
  ['old.test', 'SEC-02 warn'],
  ['two.test', 'MX-11 pass'],
  ['lame.test', 'MX-11 fail'],
]

let dns: RealDns
let policyPort = 0
let authority: Issued
const running = new AsyncDisposableStack()
const signal = new AbortController().signal

const missing = missingForNames()
describe.skipIf(missing !== null)(missing === null ? 'real records' : `real records (skipped: ${missing})`, () => {
  beforeAll(startEverything, 60_000)
  afterAll(() => running.disposeAsync())

  test.each([...rows.map(([name, , ...verdicts]) => [`${name}.signed.test`, ...verdicts] as const), ...others])(
    '%s: %s and more',
    async (domain, ...verdicts) => {
      const found = await verdictsOf(domain)
      expect(verdicts.map((one) => `${one.split(' ')[0]} ${found.get(one.split(' ')[0] ?? '')}`)).toEqual(verdicts)
    },
  )

  test('a resolver that validates nothing vouches for nothing', async () => {
    const found = await verdictsOf('good.signed.test', dns.authority)
    expect([found.get('DNS-01'), found.get('SEC-01')]).toEqual(['info', 'indeterminate'])
  })

  test('the signature of a mail is verified by the key in DNS, and proves the domain in From', async () => {
    const mail = await signedMail('mail.signed.test', 'From: ana@mail.signed.test\r\n\r\nHi.\r\n')
    const judged = async (text: string) => {
      const found = await verdictsOf('mail.signed.test', dns.resolver, Buffer.from(text))
      return [found.get('DKI-01'), found.get('DKI-04'), found.get('DMA-05')]
    }
    expect([await judged(mail), await judged(mail.replace('Hi.', 'Ho.'))]).toEqual([
      ['pass', 'pass', 'pass'],
      ['pass', 'fail', 'warn'],
    ])
  })
})

async function verdictsOf(domain: string, server = dns.resolver, message: Uint8Array | null = null) {
  const resolver = systemResolver({ servers: [server] })
  const knot = parseServer(dns.authority)
  const records = await gatherRecords(domain, {
    resolver,
    signal,
    now: () => new Date(),
    sender: { ...nobody, addresses: ['127.0.0.11'], message },
    policies: { port: policyPort, plainPort: policyPort, authorities: authority.certificate },
    nameServer: (address) => createDnsClient({ servers: [{ address, port: knot?.port ?? 0 }], milliseconds: 500 }),
  })
  const place = { endpoint: domain, session: null, role: 'mx' } as const
  return new Map(recordChecks.map((check) => [check.id as string, findingOf(check, records, place)?.result ?? null]))
}

async function startEverything(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'heloise-records-'))
  await chmod(directory, 0o755)
  running.defer(() => rm(directory, { recursive: true, force: true }))
  authority = await issue({ name: 'Heloise test authority', isAuthority: true })
  const hosts = ['good', 'sts-moved', 'sts-html', 'sts-bad'].map((name) => `mta-sts.${name}.signed.test`)
  const logos = ['good', 'bimi-bad'].map((name) => `logo.${name}.signed.test`)
  const web = await issue({ name: 'web', names: [...hosts, ...logos], issuer: authority })
  const usage = '1.3.6.1.5.5.7.3.31'
  const mark = await issue({ name: 'Good', names: ['good.signed.test'], usage, issuer: authority })
  policyPort = running.use(await policyServer(web, served(`${mark.certificate}\n${authority.certificate}`))).port
  const mail = 'mx A 127.0.0.11'
  dns = await startDns(directory, [
    { name: 'test', records: [], signing: 'none' },
    { name: 'com', records: [], signing: 'right' },
    { name: 'signed.test', records: signedRecords(), signing: 'right' },
    { name: 'old.test', records: ['@ MX 10 mx', mail], signing: 'brief' },
    { name: 'broken.test', records: ['@ MX 10 mx', mail], signing: 'wrong' },
    { name: 'plain.test', records: ['@ MX 10 mx', mail], signing: 'none' },
    { name: 'two.test', records: ['@ MX 10 mx', mail, '@ NS ns2', 'ns2 A 127.0.0.1'], signing: 'none' },
    { name: 'lame.test', records: ['@ MX 10 mx', mail, '@ NS ns2', 'ns2 A 127.0.0.9'], signing: 'none' },
  ])
  running.defer(dns.stop)
}

const served =
  (mark: string): RequestListener =>
  ({ headers, url }, response) => {
    const name = headers.host?.split('.')[1]
    if (url === '/l.svg') response.writeHead(200, { 'content-type': 'image/svg+xml' }).end(logoOf(name))
    else if (url === '/l.pem') response.writeHead(200, { 'content-type': 'application/x-pem-file' }).end(mark)
    else if (name === 'sts-moved') response.writeHead(301, { location: 'https://elsewhere.test/' }).end()
    else if (name === 'sts-html') response.writeHead(200, { 'content-type': 'text/html' }).end('<html>')
    else if (name === 'sts-bad') response.writeHead(200, { 'content-type': 'text/plain' }).end('version: STSv1\n')
    else response.writeHead(200, { 'content-type': 'text/plain' }).end(policyText('enforce', '*.signed.test'))
  }

const logoOf = (name: string | undefined): string =>
  `<svg version="1.2" baseProfile="${name === 'good' ? 'tiny-ps' : 'tiny'}"><title>Logo</title><path d="M0 0"/></svg>`

const signedRecords = (): string[] => [
  'mx A 127.0.0.11',
  'mx2 A 127.0.0.12',
  ...Array.from({ length: 11 }, (_, index) => `i${index} ${txt('v=spf1 ?all')}`),
  `s._domainkey.mail ${txt(signingKey)}`,
  `_dmarc.mail ${txt('v=DMARC1; p=none')}`,
  `mail ${txt('v=spf1 ip4:127.0.0.11 -all')}`,
  ...rows.flatMap(([name, records]) => records.map((record) => record.replace('@', name))),
]
