// What a domain demands of the way to its MX hosts: MTA-STS (RFC 8461) and DANE (RFC 7672), when the person turned them on.
import { createHash, X509Certificate } from 'node:crypto'
import { afterAll, beforeAll, expect, it, test } from 'vitest'
import { deliver } from '../../../../electron/engine/delivery/index.ts'
import { shownText } from '../../../../renderer/transcript/event-line.ts'
import { explainFailure } from '../../../../shared/explain/failures.ts'
import type { Policies } from '../../../../shared/values/connection.ts'
import { daysFromNow, type Issued, issue } from '../../../fakes/certificates.ts'
import { composedMail } from '../../../fakes/composed-mail.ts'
import { type MxPeerOptions, mxPeer } from '../../../fakes/mx-peer.ts'
import { deliveryTools, relayOrder } from '../../../fakes/order.ts'
import { policyServer, policyText } from '../../../fakes/policy-server.ts'
import { type FakeNames, fakeResolver } from '../../../fakes/resolver.ts'

const domain = 'shop.example'
const host = 'mx.shop.example'
let authority: Issued
let good: Issued
let expired: Issued
let selfSigned: Issued
let web: Issued
beforeAll(async () => {
  authority = await issue({ name: 'Authority', isAuthority: true })
  good = await issue({ name: 'mx', names: [host], issuer: authority })
  expired = await issue({
    name: 'mx',
    names: [host],
    issuer: authority,
    validFrom: daysFromNow(-9),
    validTo: daysFromNow(-1),
  })
  selfSigned = await issue({ name: 'mx', names: ['whatever.example'] })
  web = await issue({ name: 'web', names: [`mta-sts.${domain}`], issuer: authority })
})

const keyOf = ({ certificate }: Issued) =>
  createHash('sha256')
    .update(new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('hex')
const tlsa = (data: string, usage = 3) => ({ type: 'TLSA' as const, usage, selector: 1, matching: 1, data })

/** One MX host, at the address of the peer. */
const names = (more: Partial<FakeNames> = {}): FakeNames => ({
  mx: { [domain]: [[10, host]] },
  addresses: { [host]: ['127.0.0.1'], [`mta-sts.${domain}`]: ['127.0.0.1'] },
  ...more,
})

/** What the log said of policies and has no Spanish for. */
const untranslated = new Set<string>()
afterAll(() => expect([...untranslated]).toEqual([]))

type Case = {
  readonly policies: Partial<Policies>
  readonly names: FakeNames
  readonly peer: MxPeerOptions
  readonly policy?: string
  readonly security?: 'none' | 'starttls-if-offered'
  /** Whether the person trusts the authority of the tests. */
  readonly isTrusted?: boolean
}

async function send(given: Case) {
  const { policies, peer: options, policy = '', security = 'starttls-if-offered', isTrusted = true } = given
  await using peer = await mxPeer(options)
  await using server = await policyServer(web, policy)
  const tools = deliveryTools({ resolver: fakeResolver(given.names), mxPort: peer.port, sts: { port: server.port } })
  const receipt = await deliver(
    relayOrder(0, {
      mail: composedMail({ to: [`ana@${domain}`] }),
      access: {
        route: 'mx',
        host: '',
        security,
        policies: { mtaSts: false, dane: false, ...policies },
        certificate: { pin: null, name: null, authorities: isTrusted ? authority.certificate : null },
      },
    }),
    tools,
  )
  const entries = tools.sessions.flatMap((session) => session.entries)
  const told = entries.filter(({ text }) => /DANE|MTA-STS|DNSSEC|DNS at/.test(text))
  for (const entry of told) if (shownText(entry, 'es') === entry.text) untranslated.add(entry.text)
  return {
    outcome: receipt.outcome,
    failure: receipt.failure === null ? null : `${receipt.failure.kind} at ${receipt.failure.stage}`,
    receipt,
    heard: peer.heard.map((line) => line.split(' ')[0]).join(' '),
    said: entries.filter(({ text }) => /^(DANE|MTA-STS)|gets no mail/.test(text)).map(({ text }) => text),
    tls: entries.find(({ kind }) => kind === 'tls')?.facts ?? null,
    fetched: server.asked.length,
    names: peer.heard.filter((line) => line.startsWith('TLS')),
  }
}

const withTlsa = (...records: ReturnType<typeof tlsa>[]): FakeNames =>
  names({ authentic: 'yes', answers: { [`_25._tcp.${host} TLSA`]: records } })
const announced = (more: Partial<FakeNames> = {}): FakeNames =>
  names({
    ...more,
    answers: { [`_mta-sts.${domain} TXT`]: [{ type: 'TXT', text: 'v=STSv1; id=7', strings: [] }], ...more.answers },
  })

it('DANE trusts the certificate that DNS names, whoever signed it, and asks for the name of the records', async () => {
  const sent = await send({
    policies: { dane: true },
    names: withTlsa(tlsa(keyOf(selfSigned))),
    peer: { chain: [selfSigned] },
    isTrusted: false,
  })
  expect(sent).toMatchObject({
    outcome: 'accepted',
    receipt: { server: { host, tls: { authorized: true } } },
    heard: 'TLS MAIL RCPT',
    names: [`TLS ${host}`],
    said: [`DANE: ${host} must show a certificate that matches its TLSA records (3 1 1).`],
    tls: { authorized: true, dane: '3 1 1' },
  })
})

it('DANE stops at another certificate, even one that everybody trusts', async () => {
  const sent = await send({
    policies: { dane: true },
    names: withTlsa(tlsa(keyOf(selfSigned))),
    peer: { chain: [good] },
  })
  expect(sent).toMatchObject({
    outcome: 'failed',
    failure: 'dane-mismatch at tls',
    heard: 'TLS',
    tls: { authorized: false },
  })
  const { failure } = sent.receipt
  expect(failure === null ? '' : explainFailure(failure, 'en').happened).toMatch(
    /^The domain of mx\.shop\.example publishes signed TLSA records/,
  )
})

it('DANE by an authority wants the name in the certificate, that of the domain or of the host', async () => {
  const ofDomain = await issue({ name: 'mx', names: [domain], issuer: authority })
  const ofOther = await issue({ name: 'mx', names: ['other.example'], issuer: authority })
  const outcomes = await Promise.all(
    [good, ofDomain, ofOther].map((leaf) =>
      send({
        policies: { dane: true },
        names: withTlsa(tlsa(keyOf(authority), 2)),
        peer: { chain: [leaf, authority] },
        isTrusted: false,
      }),
    ),
  )
  expect(outcomes.map(({ failure }) => failure)).toEqual([null, null, 'certificate-name-mismatch at tls'])
})

test.each<[string, FakeNames]>([
  ['the records cannot be had', names({ authentic: 'yes', answers: { [`_25._tcp.${host} TLSA`]: 'SERVFAIL' } })],
  ['the address cannot be had', names({ authentic: 'yes', answers: { [`${host} AAAA`]: 'SERVFAIL' } })],
])('DANE does not go on without keys when %s', async (_why, given) => {
  const sent = await send({ policies: { dane: true }, names: given, peer: { chain: [good] } })
  expect(sent).toMatchObject({ outcome: 'failed', failure: 'dns-unavailable at dns', heard: '' })
})

it('records that mail cannot use ask for TLS, whatever the certificate', async () => {
  const unusable = withTlsa(tlsa(keyOf(good), 1))
  const encrypted = await send({ policies: { dane: true }, names: unusable, peer: { chain: [selfSigned] } })
  const plain = await send({ policies: { dane: true }, names: unusable, peer: {} })
  expect([encrypted, plain]).toMatchObject([
    {
      outcome: 'accepted',
      heard: 'TLS MAIL RCPT',
      said: [`DANE: ${host} has TLSA records that mail cannot use (1 1 1): TLS is required, whatever the certificate.`],
    },
    { outcome: 'failed', failure: 'policy-tls-missing at tls', heard: '' },
  ])
})

test.each<[string, FakeNames, string]>([
  [
    'the MX answer is not validated',
    { ...withTlsa(tlsa('00')), authentic: (name) => name !== domain },
    `DANE is not used: the MX answer for ${domain} is not validated (DNSSEC).`,
  ],
  [
    'nobody vouches for the resolver',
    { ...withTlsa(tlsa('00')), authentic: 'unbelieved' },
    `DANE is not used: the answer for ${domain} is marked as validated, but 192.0.2.53 is neither on this computer nor one that was chosen.`,
  ],
  [
    'the address is not validated',
    { ...withTlsa(tlsa('00')), authentic: (name) => name !== host },
    `DANE: what DNS says of ${host} is not validated (DNSSEC), so its keys are not asked for.`,
  ],
  ['there are no records', names({ authentic: 'yes' }), `DANE: ${host} has no TLSA records.`],
])('without DANE all goes as usual, and the log says why: %s', async (_why, given, said) => {
  const sent = await send({ policies: { dane: true }, names: given, peer: {}, isTrusted: false })
  expect(sent).toMatchObject({ outcome: 'accepted', heard: 'MAIL RCPT', said: [said] })
})

it('nobody is asked for policies that the person did not turn on', async () => {
  const sent = await send({
    policies: {},
    names: announced({ authentic: 'yes', answers: { [`_25._tcp.${host} TLSA`]: [tlsa('00')] } }),
    policy: policyText('enforce', 'other.example'),
    peer: {},
    isTrusted: false,
  })
  expect(sent).toMatchObject({ outcome: 'accepted', said: [], fetched: 0 })
})

const enforced = policyText('enforce', '*.shop.example')
const itsPolicy = (mode: string, mx: string) =>
  `MTA-STS: the policy 7 of ${domain} is “${mode}” for ${mx}. It was fetched now.`

it('MTA-STS takes a host of the policy with a certificate that holds', async () => {
  const sent = await send({ policies: { mtaSts: true }, names: announced(), policy: enforced, peer: { chain: [good] } })
  expect(sent).toMatchObject({
    outcome: 'accepted',
    heard: 'TLS MAIL RCPT',
    said: [itsPolicy('enforce', '*.shop.example')],
    tls: { authorized: true },
  })
})

test.each<[string, () => MxPeerOptions, string]>([
  ['has expired', () => ({ chain: [expired] }), 'certificate-expired at tls'],
  ['is for another name', () => ({ chain: [selfSigned] }), 'certificate-self-signed at tls'],
  ['is not there, as there is no STARTTLS', () => ({}), 'policy-tls-missing at tls'],
  ['is not there, as STARTTLS is refused', () => ({ replies: { STARTTLS: '502 No' } }), 'policy-tls-missing at tls'],
])('MTA-STS stops where the certificate %s', async (_why, peer, failure) => {
  const given = { policies: { mtaSts: true }, names: announced(), policy: enforced, peer: peer() }
  // Neither ends a session whose domain demands nothing.
  const without = await send({ ...given, policies: {}, isTrusted: false })
  const withPlain = await send({ ...given, security: 'none' })
  expect([await send(given), without, withPlain]).toMatchObject([
    { outcome: 'failed', failure },
    { outcome: 'accepted' },
    { outcome: 'failed', failure },
  ])
})

it('MTA-STS keeps mail from a host that is not in the policy', async () => {
  const sent = await send({
    policies: { mtaSts: true },
    names: announced(),
    policy: policyText('enforce', 'mail.shop.example', 'shop.example'),
    peer: { chain: [good] },
  })
  expect(sent).toMatchObject({
    outcome: 'failed',
    failure: 'mta-sts-host-refused at dns',
    heard: '',
    said: [
      itsPolicy('enforce', 'mail.shop.example, shop.example'),
      `${host} gets no mail: the MTA-STS policy of ${domain} allows mail.shop.example, shop.example.`,
    ],
  })
})

it('MTA-STS that is only tested tells what it would stop, and the mail goes', async () => {
  const given = {
    policies: { mtaSts: true },
    names: announced(),
    isTrusted: true,
    security: 'starttls-if-offered',
  } as const
  const plain = await send({ ...given, policy: policyText('testing', 'other.example'), peer: {} })
  expect(plain).toMatchObject({
    outcome: 'accepted',
    said: [
      itsPolicy('testing', 'other.example'),
      `MTA-STS is being tested: ${host} is not in the policy, and will get no mail once it is enforced.`,
      `MTA-STS is being tested: ${host} did not encrypt, and will get no mail once the policy is enforced.`,
    ],
  })
})

test.each<[string, FakeNames, string, string[]]>([
  ['there is none', names(), '', [`MTA-STS: ${domain} has no policy.`]],
  ['it asks for nothing', announced(), policyText('none'), [itsPolicy('none', 'no host')]],
  [
    'it cannot be used',
    announced(),
    'nonsense',
    [`MTA-STS: the policy of ${domain} is not used: it cannot be used: line 1 is no “key: value”.`],
  ],
])('MTA-STS changes nothing when %s', async (_why, given, policy, said) => {
  const sent = await send({ policies: { mtaSts: true }, names: given, policy, peer: {} })
  expect(sent).toMatchObject({ outcome: 'accepted', heard: 'MAIL RCPT', said })
})

it('DANE goes before MTA-STS, and MTA-STS where there is no DANE', async () => {
  const both = { dane: true, mtaSts: true }
  const records = { [`_25._tcp.${host} TLSA`]: [tlsa(keyOf(selfSigned))] }
  const policy = policyText('enforce', 'other.example')
  const byDane = await send({
    policies: both,
    names: announced({ authentic: 'yes', answers: records }),
    policy,
    peer: { chain: [selfSigned] },
  })
  const bySts = await send({ policies: both, names: announced({ authentic: 'yes' }), policy, peer: { chain: [good] } })
  const byUnusable = await send({
    policies: both,
    names: announced({ authentic: 'yes', answers: { [`_25._tcp.${host} TLSA`]: [tlsa('00', 0)] } }),
    policy: enforced,
    peer: { chain: [selfSigned] },
  })
  expect([byDane.failure, bySts.failure, byUnusable.failure]).toEqual([
    null,
    'mta-sts-host-refused at dns',
    'certificate-self-signed at tls',
  ])
})

it('the next host gets the mail when one may not', async () => {
  const two = announced({
    mx: {
      [domain]: [
        [10, 'mx.elsewhere.example'],
        [20, host],
      ],
    },
    addresses: { 'mx.elsewhere.example': ['127.0.0.1'], [host]: ['127.0.0.1'], [`mta-sts.${domain}`]: ['127.0.0.1'] },
  })
  const sent = await send({ policies: { mtaSts: true }, names: two, policy: enforced, peer: { chain: [good] } })
  expect(sent).toMatchObject({ outcome: 'accepted', receipt: { server: { host } }, heard: 'TLS MAIL RCPT' })
})

it('a host that refuses STARTTLS for good leaves the mail to the next one', async () => {
  await using peer = await mxPeer({ chain: [good] })
  await using refusing = await mxPeer({ address: '::1', port: peer.port, replies: { STARTTLS: '502 5.5.1 No' } })
  const resolver = fakeResolver({
    mx: {
      [domain]: [
        [10, 'first.shop.example'],
        [20, host],
      ],
    },
    addresses: { 'first.shop.example': ['::1'], [host]: ['127.0.0.1'] },
  })
  const tools = deliveryTools({ resolver, mxPort: peer.port })
  const certificate = { pin: null, name: null, authorities: authority.certificate }
  const access = { route: 'mx', host: '', security: 'starttls', certificate } as const
  const receipt = await deliver(relayOrder(0, { access, mail: composedMail({ to: [`ana@${domain}`] }) }), tools)
  expect([receipt.outcome, receipt.server?.host, refusing.heard]).toEqual(['accepted', host, []])
})

it('an MX host that is an alias or an address is told, and gets the mail', async () => {
  const odd = names({
    mx: {
      [domain]: [
        [10, host],
        [20, '127.0.0.1'],
      ],
    },
    answers: { [`${host} CNAME`]: [{ type: 'CNAME', target: 'real.shop.example' }] },
  })
  await using peer = await mxPeer()
  const tools = deliveryTools({ resolver: fakeResolver({ ...odd, addresses: {} }), mxPort: peer.port })
  const access = { route: 'mx', host: '', security: 'none' } as const
  const receipt = await deliver(relayOrder(0, { access, mail: composedMail({ to: [`ana@${domain}`] }) }), tools)
  expect([
    receipt.outcome,
    tools.sessions[0]?.entries.filter(({ kind }) => kind === 'warning').map(({ text }) => text),
  ]).toEqual([
    'accepted',
    [
      `${host} is an alias of real.shop.example, which an MX host must not be (RFC 5321 §5.1).`,
      'The MX record names the address 127.0.0.1, where only a name may stand (RFC 5321 §5.1).',
    ],
  ])
})
