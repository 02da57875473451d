// Direct to MX through real names: zones that Knot signs and Unbound validates, Postfix as the hosts, policies by HTTPS.
import { createHash, X509Certificate } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import type { RequestListener } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deliver } from '../../electron/engine/delivery/index.ts'
import { createDnsClient } from '../../electron/engine/dns/client.ts'
import { mxRoute, systemResolver } from '../../electron/engine/dns/index.ts'
import { parseServer } from '../../electron/engine/dns/server-address.ts'
import type { Policies } from '../../shared/values/connection.ts'
import { daysFromNow, type Issued, issue } from '../fakes/certificates.ts'
import { runHeloise } from '../fakes/command-line.ts'
import { composedMail } from '../fakes/composed-mail.ts'
import { diagnosed } from '../fakes/diagnosed.ts'
import { mxPeer } from '../fakes/mx-peer.ts'
import { deliveryTools, relayOrder } from '../fakes/order.ts'
import { policyServer, policyText } from '../fakes/policy-server.ts'
import { freePorts } from './mail-server/needs.ts'
import { type RealDns, startDns } from './names/dns.ts'
import { startMxHosts } from './names/mx-hosts.ts'
import { missingForNames } from './names/needs.ts'

/** Hosts by what they do; nobody listens at `gone`. */
const at = { good: '127.0.0.11', gone: '127.0.0.12', busy: '127.0.0.13', expired: '127.0.0.14', plain: '127.0.0.15' }

let port = 0
let policyPort = 0
let oldPolicyPort = 0
let dns: RealDns
let authority: Issued
const running = new AsyncDisposableStack()

const missing = missingForNames()
describe.skipIf(missing !== null)(missing === null ? 'real names' : `real names (skipped: ${missing})`, () => {
  beforeAll(startEverything)
  afterAll(() => running.disposeAsync())

  test('Unbound validates what Knot signed, and our client tells it', async () => {
    const ask = clientOf(dns.resolver)
    const names = ['signed.test', 'plain.test', 'broken.test', 'absent.signed.test']
    const answers = await Promise.all(names.map((name) => ask({ name, type: 'SOA' }, signal)))
    expect(
      answers.map(({ rcode, isAuthentic, extendedErrors }) => [rcode, isAuthentic, extendedErrors.length > 0]),
    ).toEqual([
      ['NOERROR', true, false],
      ['NOERROR', false, false],
      ['SERVFAIL', false, true],
      ['NXDOMAIN', true, false],
    ])
  })

  test('an answer that fits no datagram comes whole, signatures and all', async () => {
    const answer = await clientOf(dns.authority)({ name: 'many.signed.test', type: 'A' }, signal)
    expect([answer.transport, answer.records.length, answer.answers.at(-1)?.type, answer.isAuthentic]).toEqual([
      'tcp',
      200,
      'RRSIG',
      false,
    ])
  })

  test.each([
    ['gone.signed.test', 'nobody listens at the first host'],
    ['busy.signed.test', 'the first host answers 421'],
    ['dangling.signed.test', 'the first host does not exist'],
  ])('mail for %s goes to the second host, as %s', async (domain) => {
    const sent = await send(`ana@${domain}`)
    expect(sent).toMatchObject({ outcome: 'accepted', host: 'mx.signed.test', address: at.good })
  })

  test('hosts of equal preference are tried in either order', async () => {
    const resolver = systemResolver({ servers: [dns.resolver] })
    const order = async (first: number) => {
      const chances = [first, 0.5]
      const { hosts } = await mxRoute('equal.signed.test', { resolver, signal, random: () => chances.shift() ?? 1 })
      return hosts.map(({ host }) => host)
    }
    const one = await order(0.1)
    expect(one.toSorted()).toEqual(['mx.signed.test', 'mx2.signed.test'])
    expect(await order(0.9)).toEqual(one.toReversed())
  })

  test('a domain that takes no mail gets none, and one without MX is its own host', async () => {
    const [none, own] = [await send('ana@null.signed.test'), await send('ana@own.signed.test')]
    expect([none, own]).toMatchObject([
      { outcome: 'failed', failure: 'domain-takes-no-mail' },
      { outcome: 'accepted', host: 'own.signed.test', address: at.good },
    ])
  })

  test('an MX that is an alias or an address is told, and gets the mail', async () => {
    const [alias, address] = [await send('ana@alias.signed.test'), await send('ana@address.signed.test')]
    expect([alias, address]).toMatchObject([
      {
        outcome: 'accepted',
        warnings: [expect.stringMatching(/^alias-mx\.signed\.test is an alias of mx\.signed\.test/)],
      },
      { outcome: 'accepted', warnings: [expect.stringMatching(/^The MX record names the address 127\.0\.0\.11/)] },
    ])
  })

  test('a domain of other letters is asked for in A-labels, and keeps its letters where the server takes them', async () => {
    const [ascii, utf8] = [await send('ana@bücher.signed.test'), await send('jörg@bücher.signed.test')]
    expect([ascii, utf8]).toMatchObject([
      { outcome: 'accepted', rcpt: ['RCPT TO:<ana@xn--bcher-kva.signed.test>'] },
      { outcome: 'accepted', rcpt: ['RCPT TO:<jörg@bücher.signed.test>'] },
    ])
  })

  test.each([
    ['dane.signed.test', '3 1 1'],
    ['dane-authority.signed.test', '2 0 1'],
  ])('DANE: mail for %s goes to the host whose certificate DNS names by %s', async (domain, form) => {
    const sent = await send(`ana@${domain}`, { dane: true }, { isTrusted: false })
    expect(sent).toMatchObject({ outcome: 'accepted', tls: { authorized: true, dane: form } })
  })

  test('DANE: another certificate gets nothing, and the next host gets the mail', async () => {
    const wrong = await send('ana@dane-wrong.signed.test', { dane: true })
    const second = await send('ana@dane-second.signed.test', { dane: true }, { isTrusted: false })
    expect([wrong, second]).toMatchObject([
      { outcome: 'failed', failure: 'dane-mismatch', rcpt: [] },
      { outcome: 'accepted', host: 'dane.signed.test', rcpt: [expect.any(String)] },
    ])
  })

  test('DANE: what is signed wrongly is never used, be it the host or the whole domain', async () => {
    const host = await send('ana@bogus-host.signed.test', { dane: true }, { isTrusted: false })
    const domain = await send('ana@broken.test', { dane: true })
    const onlyHost = await send('ana@bogus-only.signed.test', { dane: true })
    expect([host, domain, onlyHost]).toMatchObject([
      { outcome: 'accepted', host: 'dane.signed.test' },
      { outcome: 'failed', failure: 'dns-bogus' },
      { outcome: 'failed', failure: 'dns-bogus', rcpt: [] },
    ])
  })

  test('DANE: an unsigned domain, or a server that validates nothing, is as if there were none', async () => {
    const unsigned = await send('ana@plain.test', { dane: true }, { isTrusted: false })
    const unvalidated = await send(
      'ana@dane-wrong.signed.test',
      { dane: true },
      { server: dns.authority, isTrusted: false },
    )
    const said = expect.stringMatching(/^DANE is not used: the MX answer for .* is not validated \(DNSSEC\)\.$/)
    expect([unsigned, unvalidated]).toMatchObject([
      { outcome: 'accepted', notes: [said] },
      { outcome: 'accepted', notes: [said] },
    ])
  })

  test('MTA-STS: mail goes to a host of the policy with a certificate that holds', async () => {
    const sent = await send('ana@sts.signed.test', { mtaSts: true })
    expect(sent).toMatchObject({
      outcome: 'accepted',
      tls: { authorized: true },
      notes: ['MTA-STS: the policy 20260101 of sts.signed.test is “enforce” for *.signed.test. It was fetched now.'],
    })
  })

  test.each([
    ['sts-host.signed.test', 'mta-sts-host-refused'],
    ['sts-expired.signed.test', 'certificate-expired'],
    ['sts-plain.signed.test', 'policy-tls-missing'],
  ])('MTA-STS: mail for %s stays here: %s', async (domain, failure) => {
    const [strict, usual] = [
      await send(`ana@${domain}`, { mtaSts: true }),
      await send(`ana@${domain}`, {}, { isTrusted: false }),
    ]
    expect([strict, usual]).toMatchObject([{ outcome: 'failed', failure, rcpt: [] }, { outcome: 'accepted' }])
  })

  test('MTA-STS: a policy from a server whose certificate has expired is none', async () => {
    const sent = await send('ana@sts-host.signed.test', { mtaSts: true }, { policyPort: oldPolicyPort })
    expect(sent).toMatchObject({
      outcome: 'accepted',
      warnings: [expect.stringMatching(/^MTA-STS: the policy of sts-host\.signed\.test is not used: .*valid until/)],
    })
  })

  test.each([
    ['the key in DNS is the one shown', 'dane', 'DAN-01 pass, DAN-02 pass, DAN-03 pass, DAN-04 pass'],
    ['the authority in DNS issued it', 'dane-authority', 'DAN-01 pass, DAN-02 pass, DAN-03 pass, DAN-04 pass'],
    ['the key in DNS is another one', 'dane-wrong', 'DAN-01 pass, DAN-02 pass, DAN-03 fail, DAN-04 pass'],
    ['of two keys one is another one', 'dane-change', 'DAN-01 pass, DAN-02 pass, DAN-03 info, DAN-04 pass'],
    ['mail ignores such keys', 'dane-ignored', 'DAN-01 pass, DAN-02 fail, DAN-03 skipped, DAN-04 pass'],
    ['there is no key', 'own', 'DAN-01 info, DAN-02 skipped, DAN-03 skipped, DAN-04 pass'],
    ['the host is signed wrongly', 'bogus-only', 'DAN-01 skipped, DAN-02 skipped, DAN-03 skipped, DAN-04 fail'],
    ['nobody vouches for the key', 'plain.test', 'DAN-01 fail, DAN-02 skipped, DAN-03 skipped, DAN-04 pass'],
  ])('diagnosed: %s at %s', async (_, name, results) => {
    const text = `ana@${name.includes('.') ? name : `${name}.signed.test`}`
    const tools = { resolver: systemResolver({ servers: [dns.resolver] }), mxPort: port }
    const { checks } = await diagnosed(port, { text, level: 1, only: ['DAN'], tools })
    expect(
      checks
        .map(({ id, result }) => `${id} ${result}`)
        .toSorted()
        .join(', '),
    ).toBe(results)
  })

  test('diagnosed: a resolver that validates nothing says nothing about keys', async () => {
    const tools = { resolver: systemResolver({ servers: [dns.authority] }), mxPort: port }
    const { checks } = await diagnosed(port, { text: 'ana@dane.signed.test', level: 1, only: ['DAN-01'], tools })
    expect(checks.map(({ result }) => result)).toEqual(['indeterminate'])
  })

  test('diagnosed: CAA lets the authority that is in use issue the next certificate, or it does not', async () => {
    const tools = { resolver: systemResolver({ servers: [dns.resolver] }), mxPort: port }
    const told = async (name: string) => {
      const { checks } = await diagnosed(port, { text: `ana@${name}.signed.test`, level: 1, only: ['CAA'], tools })
      return checks.filter(({ endpoint }) => endpoint.endsWith(`:${port}`)).map(({ result }) => result)
    }
    expect([await told('dane'), await told('dane-wrong')]).toEqual([['pass'], ['fail']])
  })

  test('heloise mx tells all of it', async () => {
    const ran = await runHeloise(['mx', 'dane.signed.test', '--dns', dns.resolver, '--json'])
    expect(JSON.parse(ran.out)).toMatchObject({
      source: 'mx',
      isAuthentic: true,
      hosts: [
        {
          host: 'dane.signed.test',
          addresses: [at.good],
          isAuthentic: true,
          alias: null,
          tlsa: { isAuthentic: true, records: [{ usage: 3, selector: 1, matching: 1, isUsable: true }] },
        },
      ],
      mtaSts: null,
      failure: null,
    })
  })
})

const { signal } = new AbortController()
const clientOf = (place: string) => createDnsClient({ servers: [parseServer(place) ?? { address: '', port: 0 }] })

type Means = { readonly server?: string; readonly isTrusted?: boolean; readonly policyPort?: number }

async function send(to: string, policies: Partial<Policies> = {}, means: Means = {}) {
  const { server = dns.resolver, isTrusted = true } = means
  const resolver = systemResolver({ servers: [server] })
  const tools = deliveryTools({ resolver, mxPort: port, sts: { port: means.policyPort ?? policyPort } })
  const receipt = await deliver(
    relayOrder(0, {
      mail: composedMail({ to: [to] }),
      replyTimeout: 10,
      access: {
        route: 'mx',
        host: '',
        // What is demanded comes from the policies alone.
        security: isTrusted && Object.keys(policies).length > 0 ? 'none' : 'starttls-if-offered',
        policies: { mtaSts: false, dane: false, ...policies },
        certificate: {
          pin: null,
          name: null,
          authorities: isTrusted && Object.keys(policies).length > 0 ? authority.certificate : null,
        },
      },
    }),
    tools,
  )
  const entries = tools.sessions.flatMap((session) => session.entries)
  const textsOf = (kind: string) => entries.filter((entry) => entry.kind === kind).map(({ text }) => text)
  return {
    outcome: receipt.outcome,
    failure: receipt.failure?.kind ?? null,
    host: receipt.server?.host,
    address: receipt.server?.address,
    tls: entries.find(({ kind }) => kind === 'tls')?.facts ?? null,
    rcpt: entries
      .filter(({ direction, text }) => direction === 'client' && text.startsWith('RCPT'))
      .map(({ text }) => text),
    notes: textsOf('note').filter((text) => /DANE|MTA-STS/.test(text)),
    warnings: textsOf('warning').filter((text) => !/certificate does not hold|unencrypted/.test(text)),
  }
}

async function startEverything(): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'heloise-mail-server-'))
  await chmod(directory, 0o755)
  running.defer(() => rm(directory, { recursive: true, force: true }))

  // The name of one whose CAA names are known.
  authority = await issue({ name: 'Buypass test authority', isAuthority: true })
  const good = await issue({ name: 'mx', names: ['mx.signed.test', 'dane-authority.signed.test'], issuer: authority })
  const stale = { validFrom: daysFromNow(-9), validTo: daysFromNow(-1) }
  const expired = await issue({ name: 'mx', names: ['expired.signed.test'], issuer: authority, ...stale })
  ;[port = 0] = await freePorts(1)

  dns = await startDns(directory, [
    { name: 'signed.test', records: signedRecords(good), signing: 'right' },
    {
      name: 'plain.test',
      records: [`@ MX 10 mx`, `mx A ${at.good}`, `_25._tcp.mx TLSA 3 1 1 ${'00'.repeat(32)}`],
      signing: 'none',
    },
    { name: 'broken.test', records: ['@ MX 10 mx', `mx A ${at.good}`], signing: 'wrong' },
  ])
  running.defer(dns.stop)
  const chain = [good, authority]
  const postfix = await startMxHosts(
    directory,
    port,
    [
      { address: at.good, chain },
      { address: at.expired, chain: [expired, authority] },
      { address: at.plain, chain: [] },
    ],
    ['signed.test', 'plain.test', 'broken.test'],
  )
  running.defer(postfix.stop)
  running.use(await mxPeer({ address: at.busy, port, greeting: '421 4.3.2 Too busy' }))

  const names = ['sts', 'sts-host', 'sts-expired', 'sts-plain'].map((name) => `mta-sts.${name}.signed.test`)
  const web = await issue({ name: 'web', names, issuer: authority })
  const oldWeb = await issue({ name: 'web', names, issuer: authority, ...stale })
  policyPort = running.use(await policyServer(web, policies)).port
  oldPolicyPort = running.use(await policyServer(oldWeb, policies)).port
}

const policies: RequestListener = ({ headers }, response) => {
  const isOther = headers.host?.startsWith('mta-sts.sts-host.')
  const text = policyText('enforce', isOther ? 'mx.elsewhere.test' : '*.signed.test')
  response.writeHead(200, { 'content-type': 'text/plain' }).end(text)
}

function signedRecords(good: Issued): string[] {
  const key = new X509Certificate(good.certificate).publicKey.export({ type: 'spki', format: 'der' })
  const sha256 = (octets: Buffer) => createHash('sha256').update(octets).digest('hex')
  const many = Array.from({ length: 200 }, (_, index) => `many A 10.0.0.${index}`)
  return [
    ...many,
    `mx A ${at.good}`,
    `mx2 A ${at.good}`,
    `silent A ${at.gone}`,
    `busy-mx A ${at.busy}`,
    `expired A ${at.expired}`,
    `unencrypted A ${at.plain}`,
    'gone MX 10 silent',
    'gone MX 20 mx',
    'busy MX 10 busy-mx',
    'busy MX 20 mx',
    'dangling MX 10 nowhere',
    'dangling MX 20 mx',
    'equal MX 10 mx',
    'equal MX 10 mx2',
    'null MX 0 .',
    `own A ${at.good}`,
    'alias MX 10 alias-mx',
    'alias-mx CNAME mx',
    `address MX 10 ${at.good}.`,
    'xn--bcher-kva MX 10 mx',
    'dane MX 10 dane',
    'dane CAA 0 issue "buypass.com"',
    'wrong CAA 0 issue "letsencrypt.org"',
    `dane A ${at.good}`,
    `_25._tcp.dane TLSA 3 1 1 ${sha256(key)}`,
    'dane-authority MX 10 dane-authority',
    `dane-authority A ${at.good}`,
    `_25._tcp.dane-authority TLSA 2 0 1 ${sha256(new X509Certificate(authority.certificate).raw)}`,
    'dane-wrong MX 10 wrong',
    `wrong A ${at.good}`,
    `_25._tcp.wrong TLSA 3 1 1 ${'00'.repeat(32)}`,
    'dane-change MX 10 change',
    `change A ${at.good}`,
    `_25._tcp.change TLSA 3 1 1 ${sha256(key)}`,
    `_25._tcp.change TLSA 3 1 1 ${'00'.repeat(32)}`,
    'dane-ignored MX 10 ignored',
    `ignored A ${at.good}`,
    `_25._tcp.ignored TLSA 1 1 1 ${sha256(key)}`,
    'dane-second MX 10 wrong',
    'dane-second MX 20 dane',
    'bogus-host MX 10 mx.broken.test.',
    'bogus-host MX 20 dane',
    'bogus-only MX 10 mx.broken.test.',
    ...[
      ['sts', 'mx'],
      ['sts-host', 'mx'],
      ['sts-expired', 'expired'],
      ['sts-plain', 'unencrypted'],
    ].flatMap(([name, host]) => [
      `${name} MX 10 ${host}`,
      `_mta-sts.${name} TXT "v=STSv1; id=20260101"`,
      `mta-sts.${name} A 127.0.0.1`,
    ]),
  ]
}
