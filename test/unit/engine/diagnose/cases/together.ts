// All places together, spoiled in one way each.
import { createHash, X509Certificate } from 'node:crypto'
import type { Fleet } from '../../../../../electron/engine/diagnose/fleet.ts'
import type { Observed } from '../../../../../electron/engine/diagnose/observed.ts'
import type { DomainRecords } from '../../../../../electron/engine/diagnose/records/domain-records.ts'
import type {
  AddressFacts,
  HostFacts,
  Listing,
  Surroundings,
} from '../../../../../electron/engine/diagnose/surroundings.ts'
import type { DnsAnswer } from '../../../../../electron/engine/dns/index.ts'
import type { TlsaRecord } from '../../../../../electron/engine/net/index.ts'
import { daysFromNow, issue } from '../../../../fakes/certificates.ts'
import { entriesOf } from '../../../../fakes/entries.ts'
import { addressFacts, around, at, deadAt, fleetOf, hostFacts } from '../../../../fakes/fleet.ts'
import { failureOf, leaf, numbered, offering, sound, tls, withFault } from '../../../../fakes/observed.ts'

export const first = at('mx.example.com', '192.0.2.1')
const second = at('mx2.example.com', '192.0.2.2')
export const six = at('mx.example.com', '2001:db8::1')
const plain: Partial<Observed> = { beforeTls: offering('SIZE'), afterTls: null, tls: null }
const silent = (host: string, address: string) => deadAt(host, address, 'connection-timed-out')
const submission = at('mx.example.com', '192.0.2.1', { endpoint: { ...sound.endpoint, host: 'mx.example.com' } })
const closing = at('mx.example.com', '192.0.2.1', {
  ...deadAt('mx.example.com', '192.0.2.1'),
  greeting: '421 4.7.0 too many connections',
  address: '192.0.2.1',
  entries: numbered(entriesOf('S: 421 4.7.0 too many connections')),
})
const relay = (security: 'starttls' | 'starttls-if-offered', more: Partial<Observed> = {}) =>
  fleetOf([at('mx.example.com', '192.0.2.1', { ...more, endpoint: { ...sound.endpoint, isSecurityChosen: true } })], {
    security,
    domain: null,
  })

export const named = (...names: readonly (readonly [string, ...string[]])[]): Partial<AddressFacts> => ({
  names: { value: names.map(([name, ...addresses]) => ({ name, addresses: { value: addresses } })) },
})
const unclear = { failure: failureOf('dns-unavailable', { stage: 'dns' }) }
const bogus = { failure: failureOf('dns-bogus', { stage: 'dns' }) }
const ofAddress = (facts: Partial<AddressFacts>, places: readonly Observed[] = [first]): Fleet =>
  fleetOf(places, { around: around({ addresses: [addressFacts(facts)] }) })
const ofHost = (facts: Partial<HostFacts>, places: readonly Observed[] = [first]): Fleet =>
  fleetOf(places, { around: around({ hosts: [hostFacts(facts)] }) })
const ofLists = (...listings: readonly (readonly [Listing['state'], string])[]) =>
  ofAddress({ listings: listings.map(([state, list]) => ({ list, state, codes: ['127.0.0.2'] })) })
const greeted = (name: string, found: readonly string[] | typeof unclear): Fleet =>
  fleetOf([at('mx.example.com', '192.0.2.1', { greeting: `220 ${name} ESMTP` })], {
    around: around({ greeted: new Map([[name, 'failure' in found ? found : { value: found }]]) }),
  })

const issued = await issue({ name: 'mx.example.com', names: ['mx.example.com'], validTo: daysFromNow(30) })
const shown = new X509Certificate(issued.certificate)
const key = shown.publicKey.export({ type: 'spki', format: 'der' })
const record = (usage: number, data: string): TlsaRecord => ({ usage, selector: 1, matching: 1, data })
const right = record(3, createHash('sha256').update(key).digest('hex'))
const stale = record(3, 'ab'.repeat(32))
const forWeb = record(1, 'cd'.repeat(32))
const withChain = at('mx.example.com', '192.0.2.1', {
  tls: { ...tls, chain: [{ ...leaf, pem: issued.certificate }] },
  now: new Date(),
})
const keys = (...published: readonly TlsaRecord[]): Partial<HostFacts> => ({
  keys: {
    value: { kind: 'keys', base: 'mx.example.com', published, usable: published.filter(({ usage }) => usage > 1) },
  },
})
const answer = (given: Partial<DnsAnswer>): DnsAnswer => ({
  question: { name: '_25._tcp.mx.example.com', type: 'TLSA' },
  rcode: 'NOERROR',
  records: [{ name: '_25._tcp.mx.example.com', ttl: 60, type: 'TLSA', ...right }],
  aliases: [],
  hasAdBit: false,
  isAuthentic: false,
  isAuthoritative: false,
  hasEdns: true,
  answers: [],
  authorities: [],
  extendedErrors: [],
  server: '192.0.2.53',
  transport: 'udp',
  milliseconds: 1,
  ...given,
})
const insecure = (given: Partial<DnsAnswer> = {}): Partial<HostFacts> => ({
  keys: { value: { kind: 'insecure' } },
  unproven: answer(given),
})
export const policy = (mode: 'enforce' | 'testing' | 'none', ...mx: string[]): Surroundings['policy'] => ({
  kind: 'policy',
  id: '1',
  policy: { mode, mx, maxAge: 86_400 },
  isKept: false,
  trouble: null,
})
const promised = (found: Surroundings['policy'], place = first): Fleet =>
  fleetOf([place], { around: around({ policy: found }) })
const faulty = (kind: string) => at('mx.example.com', '192.0.2.1', { tls: withFault(kind) })

const allowing = (issuer: string, ...values: readonly string[]): Fleet =>
  fleetOf([at('mx.example.com', '192.0.2.1', { tls: { ...tls, chain: [{ ...leaf, issuer }] } })], {
    domain: {
      domain: 'example.com',
      route: null,
      failure: null,
      records: {
        caa: [{ host: 'mx.example.com', answers: [], records: values.map(caaRecord) }],
      } as Partial<DomainRecords> as DomainRecords,
    },
  })
const caaRecord = (value: string) => ({
  name: 'example.com',
  ttl: 60,
  type: 'CAA' as const,
  isCritical: false,
  tag: 'issue',
  value,
})

// Outcomes as `result/severity`, one for each finding.
export type FleetCase = readonly [id: string, when: string, fleet: Fleet, outcomes: readonly string[]]

export const togetherCases: readonly FleetCase[] = [
  ['MX-12', 'both greet', fleetOf([first, second]), ['pass/info']],
  ['MX-12', 'the backup is dead', fleetOf([first, deadAt('mx2.example.com', '192.0.2.2')]), ['warn/high']],
  ['MX-12', 'the first is dead', fleetOf([deadAt('mx.example.com', '192.0.2.1'), second]), ['fail/high']],
  ['MX-12', 'one address of it greets', fleetOf([deadAt('mx.example.com', '192.0.2.3'), first]), ['pass/info']],
  [
    'MX-12',
    'it was stopped by hand',
    fleetOf([first, deadAt('mx2.example.com', '192.0.2.2', 'stopped')]),
    ['indeterminate/info'],
  ],
  ['MX-12', 'no domain is meant', fleetOf([first], { domain: null }), []],
  ['RCH-03', 'port 25 answers', fleetOf([first, silent('mx2.example.com', '192.0.2.2')]), ['pass/info']],
  [
    'RCH-03',
    'one is silent, another port is not',
    fleetOf([silent('mx.example.com', '192.0.2.1'), submission]),
    ['warn/high'],
  ],
  [
    'RCH-03',
    'all are silent, other ports are not',
    fleetOf([silent('mx.example.com', '192.0.2.1'), silent('mx2.example.com', '192.0.2.2')], {
      around: around({ isOtherPortOpen: true }),
    }),
    ['fail/high'],
  ],
  [
    'RCH-03',
    'everything is silent',
    fleetOf([silent('mx.example.com', '192.0.2.1')], { around: around({ isOtherPortOpen: false }) }),
    ['indeterminate/info'],
  ],
  ['RCH-03', 'one refuses, so that packets come through', fleetOf([deadAt('mx.example.com', '192.0.2.1')]), []],
  ['RCH-04', 'both families answer', fleetOf([first, six]), ['pass/info']],
  ['RCH-04', 'there is no IPv6 address', fleetOf([first]), ['info/info']],
  ['RCH-04', 'there is no IPv4 address', fleetOf([six]), ['info/info']],
  ['RCH-04', 'IPv6 is dead', fleetOf([first, deadAt('mx.example.com', '2001:db8::1')]), ['fail/high']],
  ['RCH-04', 'IPv4 is dead', fleetOf([deadAt('mx.example.com', '192.0.2.1'), six]), ['fail/high']],
  [
    'RCH-04',
    'this computer has no IPv6',
    fleetOf([first, { ...deadAt('mx.example.com', '2001:db8::1', 'host-unreachable'), lacksRoute: true }]),
    ['indeterminate/info'],
  ],
  [
    'RCH-04',
    'its IPv6 address was not tried',
    ofHost({ addresses: ['192.0.2.1', '2001:db8::1'] }),
    ['indeterminate/info'],
  ],
  ['RCH-04', 'nothing answers', fleetOf([deadAt('mx.example.com', '192.0.2.1')]), []],
  ['RCH-05', 'IPv6 answers', fleetOf([first, six]), ['pass/info']],
  [
    'RCH-05',
    'there is no route',
    fleetOf([{ ...deadAt('mx.example.com', '2001:db8::1', 'host-unreachable'), lacksRoute: true }]),
    ['info/info'],
  ],
  ['RCH-05', 'nothing has IPv6', fleetOf([first]), []],
  ['RCH-13', 'both offer the same', fleetOf([first, second]), ['pass/info']],
  ['RCH-13', 'an extension is missing', fleetOf([first, { ...second, afterTls: offering('SIZE') }]), ['warn/medium']],
  [
    'RCH-13',
    'the issuer is another',
    fleetOf([first, { ...second, tls: { ...tls, chain: [{ ...leaf, issuer: 'CN=Other' }] } }]),
    ['warn/medium'],
  ],
  ['RCH-13', 'one has no encryption', fleetOf([first, { ...second, ...plain }]), ['fail/medium']],
  ['RCH-13', 'only ports differ', fleetOf([first, submission]), []],
  ['RCH-14', 'nothing was too much', fleetOf([first]), ['pass/info']],
  ['RCH-14', 'a probe was slowed down', fleetOf([first], { wasThrottled: true }), ['warn/info']],
  [
    'RCH-14',
    'one of them says so',
    fleetOf([first, { ...second, entries: numbered(entriesOf('S: 220 hi\nC: QUIT\nS: 450 Too many connections')) }]),
    ['warn/info'],
  ],
  ['RCH-14', 'it takes nothing more', fleetOf([closing]), ['indeterminate/info']],
  ['RCH-10', 'it has a name', ofAddress(named(['mx.example.com', '192.0.2.1'])), ['pass/info']],
  ['RCH-10', 'it has two', ofAddress(named(['a.example', '192.0.2.1'], ['b.example'])), ['warn/medium']],
  ['RCH-10', 'it has none', ofAddress(named()), ['fail/medium']],
  ['RCH-10', 'a server for people has none', ofAddress({ ...named(), role: 'submission' }), ['fail/low']],
  ['RCH-10', 'DNS does not tell', ofAddress({ names: unclear }), ['indeterminate/info']],
  ['RCH-11', 'it leads back', ofAddress(named(['mx.example.com', '192.0.2.1'])), ['pass/info']],
  [
    'RCH-11',
    'one of two leads back',
    ofAddress(named(['other.example'], ['mx.example.com', '192.0.2.1'])),
    ['warn/high'],
  ],
  ['RCH-11', 'it leads elsewhere', ofAddress(named(['mx.example.com', '192.0.2.9'])), ['fail/high']],
  [
    'RCH-11',
    'DNS does not tell',
    ofAddress({ names: { value: [{ name: 'a.example', addresses: unclear }] } }),
    ['indeterminate/info'],
  ],
  [
    'RCH-12',
    'all names are one',
    ofAddress(named(['smtp.example.com', '192.0.2.1']), [{ ...first, greeting: '220 smtp.example.com' }]),
    ['pass/info'],
  ],
  ['RCH-12', 'names differ', ofAddress(named(['host.example', '192.0.2.1'])), ['warn/low']],
  ['RCH-12', 'the name is made of the address', ofAddress(named(['192-0-2-1.isp.example'])), ['fail/low']],
  ['RCH-12', 'the name is a dial-up’s', ofAddress(named(['a.dsl.isp.example']), []), ['fail/low']],
  ['RCH-15', 'it is on none', ofLists(['clear', 'a.example']), ['pass/info']],
  ['RCH-15', 'it is on a small one', ofLists(['clear', 'a.example'], ['listed', 'b.example']), ['warn/high']],
  ['RCH-15', 'it is on one that many use', ofLists(['listed', 'zen.spamhaus.org']), ['fail/high']],
  [
    'RCH-15',
    'the resolver is refused',
    ofLists(['clear', 'a.example'], ['refused', 'b.example']),
    ['indeterminate/info'],
  ],
  ['RCH-15', 'the list does not work', ofLists(['broken', 'a.example']), ['indeterminate/info']],
  ['RCH-15', 'no list was chosen', ofLists(), []],
  ['EHL-02', 'it leads back', greeted('mx.example.com', ['192.0.2.9', '192.0.2.1']), ['pass/info']],
  ['EHL-02', 'it leads elsewhere', greeted('mx.example.com', ['192.0.2.9']), ['warn/low']],
  ['EHL-02', 'it leads nowhere', greeted('mx.example.com', []), ['warn/low']],
  ['EHL-02', 'it is localhost', greeted('localhost', []), ['fail/low']],
  ['EHL-02', 'it is of the house', greeted('mail.local', []), ['fail/low']],
  ['EHL-02', 'DNS does not tell', greeted('mx.example.com', unclear), ['indeterminate/info']],
  ['EHL-02', 'the server is of the house', fleetOf([at('mx.example.com', '10.0.0.1', { greeting: '220 box' })]), []],
  ['STL-11', 'the profile asks and gets', relay('starttls'), ['pass/info']],
  ['STL-11', 'the profile asks in vain', relay('starttls', plain), ['fail/critical']],
  ['STL-11', 'the profile does not insist', relay('starttls-if-offered', plain), []],
  ['STL-11', 'the policy is kept', promised(policy('enforce', 'mx.example.com')), ['pass/info']],
  [
    'STL-11',
    'the policy says more',
    promised(policy('testing', 'mx.example.com'), { ...first, ...plain }),
    ['fail/critical'],
  ],
  ['STL-11', 'its keys say more', ofHost(keys(right), [{ ...first, ...plain }]), ['fail/critical']],
  ['STL-11', 'nobody promised', fleetOf([{ ...first, ...plain }]), []],
  ['DAN-01', 'they are signed', ofHost(keys(right)), ['pass/info']],
  ['DAN-01', 'there are none', ofHost({ keys: { value: { kind: 'absent' } } }), ['info/info']],
  ['DAN-01', 'they are not signed', ofHost(insecure()), ['fail/medium']],
  ['DAN-01', 'there are none, and nothing is signed', ofHost(insecure({ records: [] })), ['info/info']],
  ['DAN-01', 'the resolver is not believed', ofHost(insecure({ hasAdBit: true })), ['indeterminate/info']],
  ['DAN-01', 'the resolver knows nothing of signatures', ofHost(insecure({ hasEdns: false })), ['indeterminate/info']],
  ['DAN-02', 'all can be used', ofHost(keys(right)), ['pass/info']],
  ['DAN-02', 'one cannot', ofHost(keys(right, forWeb)), ['warn/medium']],
  ['DAN-02', 'none can', ofHost(keys(forWeb)), ['fail/medium']],
  ['DAN-03', 'it matches', ofHost(keys(right), [withChain]), ['pass/info']],
  ['DAN-03', 'it matches one of two', ofHost(keys(stale, right), [withChain]), ['info/info']],
  ['DAN-03', 'it matches none', ofHost(keys(stale), [withChain]), ['fail/critical']],
  ['DAN-03', 'encryption did not begin', ofHost(keys(right), [{ ...withChain, tls: null }]), ['indeterminate/info']],
  ['DAN-03', 'none can be used', ofHost(keys(forWeb), [withChain]), []],
  ['DAN-04', 'it is answered', ofHost({ keys: { value: { kind: 'absent' } } }), ['pass/info']],
  ['DAN-04', 'signatures do not hold', ofHost({ keys: bogus, addresses: [] }), ['fail/high']],
  ['DAN-04', 'it alone is not answered', ofHost({ keys: unclear }), ['fail/high']],
  ['DAN-04', 'nothing is answered', ofHost({ keys: unclear, addresses: [] }), ['indeterminate/info']],
  ['STS-04', 'it is named and proven', promised(policy('enforce', '*.example.com')), ['pass/info']],
  ['STS-04', 'it is not named, which DNS tells', promised(policy('enforce', 'other.example.com')), []],
  [
    'STS-04',
    'it stays plain in a test',
    promised(policy('testing', 'mx.example.com'), { ...first, ...plain }),
    ['warn/critical'],
  ],
  [
    'STS-04',
    'its certificate is old',
    promised(policy('enforce', 'mx.example.com'), faulty('certificate-expired')),
    ['fail/critical'],
  ],
  [
    'STS-04',
    'it stays plain',
    promised(policy('enforce', 'mx.example.com'), { ...first, ...plain }),
    ['fail/critical'],
  ],
  ['STS-04', 'the policy asks for nothing', promised(policy('none')), []],
  [
    'CAA-01',
    'the one in use is allowed',
    allowing("C=US, O=Let's Encrypt, CN=R11", 'letsencrypt.org; x=y'),
    ['pass/info'],
  ],
  ['CAA-01', 'another one is allowed', allowing('O=DigiCert Inc', 'letsencrypt.org'), ['fail/info']],
  ['CAA-01', 'nobody is allowed', allowing('O=DigiCert Inc', ';'), ['fail/info']],
  ['CAA-01', 'the authority is not known', allowing('CN=House', 'letsencrypt.org'), []],
  ['CAA-01', 'all are allowed', allowing('O=DigiCert Inc'), []],
  ['PERF-14', 'both are as quick', fleetOf([first, six]), ['pass/info']],
  ['PERF-14', 'IPv6 is slow', fleetOf([first, { ...six, durationMs: 9000 }]), ['warn/low']],
  ['PERF-14', 'there is no IPv6', fleetOf([first]), []],
  ['PERF-15', 'both are as quick', fleetOf([first, second]), ['pass/info']],
  ['PERF-15', 'one is slow', fleetOf([first, { ...second, durationMs: 9000 }]), ['warn/low']],
  ['PERF-15', 'one alone was reached', fleetOf([first, deadAt('mx2.example.com', '192.0.2.2')]), []],
  ['STS-04', 'there is no policy', promised({ kind: 'none' }), []],
]
