// Scans of model servers: what is found is what they have, in as many connections as it takes.
import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { tlsScanSchema } from '#shared/values/tls-scan.ts'
import { issue } from '../../../fakes/certificates.ts'
import { alert, inRecord, noOctets, serverHello, sslv2ServerHello } from '../../../fakes/tls-messages.ts'
import { type Model, modelServer, tlsResponder } from '../../../fakes/tls-responder.ts'
import { scanPort, suitesOf, type TestScanWish, traitsOf, versionsOf } from '../../../fakes/tls-scan.ts'

async function scanModel(model: Model, wish: TestScanWish = {}) {
  await using server = await tlsResponder(modelServer(model))
  return { ...(await scanPort(server.port, wish)), heard: server.heard }
}

const gcm = 0xc02f
const gcm256 = 0xc030
const chacha = 0xcca8
const cbc = 0xc013
const rsa = 0x002f
const today: Model = { suites: { 772: [0x1301, 0x1302, 0x1303], 771: [gcm256, gcm, chacha, cbc] } }

const none = { SSLv2: 'no', SSLv3: 'no', TLSv1: 'no', 'TLSv1.1': 'no', 'TLSv1.2': 'no', 'TLSv1.3': 'no' }

test('versions and suites are found set for set, and the result keeps to its schema', async () => {
  const { result } = await scanModel(today)
  expect(tlsScanSchema.parse(result)).toEqual(result)
  expect({
    versions: versionsOf(result),
    suites13: suitesOf(result, 'TLSv1.3').toSorted(),
    suites12: suitesOf(result, 'TLSv1.2').toSorted(),
    isComplete: result.isComplete,
  }).toEqual({
    versions: { ...none, 'TLSv1.2': 'yes', 'TLSv1.3': 'yes' },
    suites13: [0x1301, 0x1302, 0x1303],
    suites12: [cbc, gcm, gcm256, chacha].toSorted(),
    isComplete: true,
  })
})

test('a server with an order shows it; ChaCha20 is told apart', async () => {
  const before: Model['before'] = ({ suites }) =>
    suites[0] === chacha ? inRecord(serverHello({ version: 0x0303, suite: chacha })) : null
  const { result } = await scanModel({ suites: { 771: [cbc, gcm256, gcm, chacha] }, prefers: true, before })
  expect(result.suites.map(({ order, yieldsToChacha }) => ({ order, yieldsToChacha }))).toEqual([
    { order: 'server', yieldsToChacha: true },
  ])
  expect(suitesOf(result, 'TLSv1.2')).toEqual([cbc, gcm256, gcm, chacha])
})

test('where the client chooses, the strong ones are told first', async () => {
  const { result } = await scanModel({ suites: { 771: [rsa, chacha, 0x0005, gcm] } })
  expect([result.suites[0]?.order, result.suites[0]?.suites.map(({ strength }) => strength)]).toEqual([
    'client',
    ['strong', 'strong', 'fair', 'broken'],
  ])
})

test('rare suites stand at their place in the server’s order', async () => {
  const [ecdhStatic, psk, export40] = [0xc031, 0x00a8, 0x0008]
  const { result } = await scanModel({ suites: { 771: [gcm, psk, cbc, ecdhStatic, rsa] }, prefers: true })
  expect(suitesOf(result, 'TLSv1.2')).toEqual([gcm, psk, cbc, ecdhStatic, rsa])
  const old = await scanModel({ suites: { 769: [cbc, export40, rsa] }, prefers: true })
  expect(suitesOf(old.result, 'TLSv1')).toEqual([cbc, export40, rsa])
})

test('a version with nothing but rare suites is found', async () => {
  const { result } = await scanModel({ suites: { 769: [0x0003] } })
  expect([versionsOf(result).TLSv1, suitesOf(result, 'TLSv1')]).toEqual(['yes', [0x0003]])
})

test('versions and suites of a server with everything cost at most 120 connections', async () => {
  const twelve = [
    gcm,
    gcm256,
    chacha,
    cbc,
    0xc014,
    0xc027,
    0xc028,
    0x009e,
    0x009f,
    0xccaa,
    0x0033,
    0x0039,
    0x0067,
    0x006b,
  ]
  const more = [
    0x002f, 0x0035, 0x003c, 0x003d, 0x009c, 0x009d, 0xc09c, 0xc09d, 0xc09e, 0xc09f, 0xc0a0, 0xc0a1, 0xc0a2, 0xc0a3,
  ]
  const odd = [
    0xc060, 0xc061, 0xc052, 0xc053, 0xc050, 0xc051, 0xc076, 0xc077, 0x00be, 0x00c4, 0x0045, 0x0088, 0x0041, 0x0084,
  ]
  const anonymous = [
    0xc018, 0xc019, 0x0034, 0x003a, 0x0046, 0x0089, 0x006c, 0x006d, 0x00a6, 0x00a7, 0x00bf, 0x00c5, 0x00ba, 0x00c0,
  ]
  const old = [cbc, 0xc014, 0x0033, 0x0039, 0x0045, 0x0088, 0x002f, 0x0035, 0x0041, 0x0084, ...anonymous.slice(0, 6)]
  const { result, events } = await scanModel({
    suites: {
      772: [0x1302, 0x1303, 0x1301],
      771: [...twelve, ...more, ...odd, ...anonymous],
      770: old,
      769: old,
    },
  })
  const found = result.suites.map(({ version, suites }) => [version, suites.length])
  const classes = events.find((event) => event.kind === 'step' && event.step === 'classes')
  expect(found).toEqual([
    ['TLSv1.3', 3],
    ['TLSv1.2', 56],
    ['TLSv1.1', 16],
    ['TLSv1', 16],
  ])
  expect(classes?.kind === 'step' && classes.connections).toBeLessThanOrEqual(120)
})

test('quick asks for classes, and of those nothing that it knows already', async () => {
  const { result, heard } = await scanModel(today, { profile: 'quick' })
  expect({
    yes: result.classes.filter(({ outcome }) => outcome === 'yes').map(({ class: name }) => name),
    lists: result.suites,
    few: result.connections <= 17 && heard.length === result.connections,
  }).toEqual({ yes: ['pfs-cbc', 'pfs-aead'], lists: [], few: true })
})

test('an old class is found at the oldest version, or at the newest one', async () => {
  const suites = { 771: [gcm, 0x000a], 769: [cbc, 0x0005] }
  const { result } = await scanModel({ suites }, { profile: 'quick' })
  const found = result.classes.flatMap((one) => (one.version === null ? [] : [[one.class, one.version]]))
  expect(found).toEqual([
    ['rc4', 'TLSv1'],
    ['3des', 'TLSv1.2'],
    ['pfs-cbc', 'TLSv1'],
    ['pfs-aead', 'TLSv1.2'],
  ])
})

test('a suite of TLS 1.3 that encrypts nothing is found although the server likes others better', async () => {
  const suites = { 772: [0x1301, 0xc0b5], 771: [gcm] }
  const { result } = await scanModel({ suites }, { profile: 'quick' })
  const { outcome, version, suite } = result.classes.find((one) => one.class === 'null') ?? {}
  expect([outcome, version, suite?.name]).toEqual(['yes', 'TLSv1.3', 'TLS_SHA384_SHA384'])
})

test('groups are named in both versions, post-quantum ones too', async () => {
  const { result } = await scanModel({ ...today, groups: [0x11ec, 29, 23] })
  expect(result.groups.map(({ version, order, groups }) => [version, order, groups.map(({ name }) => name)])).toEqual([
    ['TLSv1.3', 'server', ['X25519MLKEM768', 'x25519', 'secp256r1']],
    ['TLSv1.2', 'server', ['x25519', 'secp256r1']],
  ])
})

test('a server that heeds no empty list of shares is given some', async () => {
  const before: Model['before'] = ({ versions, shares }) =>
    versions.length > 0 && shares.length === 0 ? alert(47) : null
  const { result } = await scanModel({ suites: { 772: [0x1301, 0x1302] }, before })
  expect([
    versionsOf(result)['TLSv1.3'],
    suitesOf(result, 'TLSv1.3'),
    result.groups.map(({ groups }) => groups.length),
  ]).toEqual(['yes', [0x1301, 0x1302], [1]])
})

test.each([
  ['the client chooses, so all are found', true, [29, 23, 24], true],
  ['the server prefers it, so the rest is not known', false, [29, 23], false],
])('with ECDSA alone the curve of the certificate stays offered: %s', async (_, yieldsGroups, wanted, isComplete) => {
  const { certificate } = await issue({ name: 'mx.example' })
  const before: Model['before'] = ({ groups, extensions }) =>
    extensions.has(10) && !groups.includes(23) ? alert(40) : null
  const model = { suites: { 771: [0xc02b] }, groups: [29, 23, 24], chain: [derOf(certificate)], before, yieldsGroups }
  const { result } = await scanModel(model)
  expect(result.groups.map((list) => [list.groups.map(({ id }) => id), list.isComplete])).toEqual([
    [wanted, isComplete],
  ])
})

const derOf = (pem: string) => Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ''), 'base64')

test('the prime of DHE is known by name, or it is the server’s own', async () => {
  const prime = Buffer.concat([Buffer.from([0xff]), randomBytes(127)])
  const { result } = await scanModel({ suites: { 771: [0x009e] }, prime })
  expect(result.dh).toMatchObject([{ version: 'TLSv1.2', bits: 1024, prime: null }])
})

test('DH that nobody signs is not measured', async () => {
  const { result } = await scanModel({ suites: { 771: [0x0034] }, prime: Buffer.alloc(128, 0xff) })
  expect([suitesOf(result, 'TLSv1.2'), result.dh]).toEqual([[0x0034], []])
})

test('signature schemes are found one after the other', async () => {
  const { result } = await scanModel({ suites: { 771: [gcm] }, signatures: [0x0401, 0x0201] })
  expect(result.signatures).toEqual([
    {
      version: 'TLSv1.2',
      key: 'RSA',
      isComplete: true,
      signatures: [
        { id: 0x0401, name: 'rsa_pkcs1_sha256' },
        { id: 0x0201, name: 'rsa_pkcs1_sha1' },
      ],
      unasked: null,
    },
  ])
})

test('a server that signs with what it was not offered is told apart', async () => {
  const respond = modelServer({ suites: { 771: [gcm] }, signatures: [0x0201] })
  await using server = await tlsResponder((hello, count) =>
    respond({ ...hello, signatures: [...hello.signatures, 0x0201] }, count),
  )
  const { result } = await scanPort(server.port)
  expect(
    result.signatures.map(({ signatures, unasked, isComplete }) => [signatures.length, unasked, isComplete]),
  ).toEqual([[1, 'rsa_pkcs1_sha1', true]])
})

test('a chain is kept once, with every wish that it was shown for', async () => {
  const { certificate } = await issue({ name: 'mx.example', names: ['mx.example'] })
  const { result } = await scanModel({ ...today, chain: [derOf(certificate), Buffer.from('no certificate')] })
  expect(
    result.certificates.map(({ shownFor, chain, count }) => ({
      shownFor,
      names: chain.map(({ names }) => names),
      count,
    })),
  ).toEqual([{ shownFor: ['rsa', 'no-name', 'other-name'], names: [['mx.example']], count: 2 }])
})

const downgrade = (last: number) => Buffer.concat([randomBytes(24), Buffer.from('DOWNGRD'), Buffer.from([last])])

test('what a server does beside choosing suites', async () => {
  const extensions = [[0xff01, Buffer.from([0])] as const, [35, noOctets] as const, [15, Buffer.from([1])] as const]
  const random = (version: number) => downgrade(version === 0x0303 ? 1 : 0)
  const before: Model['before'] = ({ suites, versions }) =>
    suites.includes(0x5600) && versions.length === 0 ? alert(86) : null
  const suites = { ...today.suites, 770: [cbc] }
  const { result } = await scanModel({ suites, extensions, random, before, compression: 1 })
  expect(traitsOf(result)).toEqual({
    'client-certificate': 'no',
    'secure-renegotiation': 'yes',
    'extended-master-secret': 'no',
    'session-ticket': 'yes',
    'session-id': 'no',
    'encrypt-then-mac': 'no',
    compression: 'yes',
    heartbeat: 'yes',
    'downgrade-sentinel': 'yes',
    'early-data': 'unclear',
    'fallback-scsv': 'yes',
    'tolerates-unknown-extension': 'yes',
    'tolerates-grease': 'yes',
    'tolerates-newer-version': 'yes',
    'tolerates-large-hello': 'yes',
    'tolerates-split-segments': 'yes',
    'tolerates-split-records': 'yes',
  })
})

test.each([
  ['none', () => undefined],
  ['that of another version', () => downgrade(0)],
])('a wrong sentinel is told: %s', async (_, random) => {
  const { result } = await scanModel({ ...today, random }, { profile: 'quick' })
  expect(traitsOf(result)['downgrade-sentinel']).toBe('no')
})

test('a client’s fallback that is not noticed is told', async () => {
  const { result } = await scanModel(today, { profile: 'standard' })
  expect(traitsOf(result)['fallback-scsv']).toBe('no')
})

test.each<[string, Model['before']]>([
  ['tolerates-unknown-extension', ({ extensions }) => (extensions.has(0x5d5d) ? alert(110) : null)],
  ['tolerates-grease', ({ suites }) => (suites.includes(0x0a0a) ? 'reset' : null)],
  ['tolerates-newer-version', ({ versions }) => (versions.includes(0x0305) ? 'close' : null)],
  ['tolerates-large-hello', ({ length, records }) => (length > 1400 && records === 1 ? 'close' : null)],
  ['tolerates-split-records', ({ records }) => (records > 1 ? alert(10) : null)],
])('a server that cannot bear one thing: %s', async (trait, before) => {
  const { result } = await scanModel({ ...today, ...(before === undefined ? {} : { before }) })
  const failed = result.traits.filter((one) => one.trait.startsWith('tolerates-') && one.outcome !== 'yes')
  expect(failed.map((one) => [one.trait, one.outcome])).toEqual(
    trait === 'tolerates-large-hello'
      ? [
          [trait, 'no'],
          ['tolerates-split-segments', 'no'],
        ]
      : [[trait, 'no']],
  )
})

test('a server of TLS 1.2 that breaks off at a hello of TLS 1.3 does not bear newer versions', async () => {
  const before: Model['before'] = ({ versions }) => (versions.length > 0 ? 'reset' : null)
  const { result } = await scanModel({ suites: { 771: [gcm] }, before })
  const outcomes = traitsOf(result)
  expect([outcomes['tolerates-newer-version'], outcomes['tolerates-grease']]).toEqual(['no', 'unclear'])
})

test('a version that is newer than the one that was asked for is no choice', async () => {
  await using server = await tlsResponder(() => inRecord(serverHello({ version: 0x0303, suite: cbc })))
  const { result } = await scanPort(server.port, { profile: 'quick' })
  expect(result.versions.find(({ version }) => version === 'TLSv1')).toMatchObject({
    outcome: 'unclear',
    answer: 'chose TLSv1.2 with TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA, which is newer',
  })
})

test('a server that breaks off at versions it does not know still has those it knows', async () => {
  const before: Model['before'] = ({ version, versions }) => (versions.length > 0 || version < 0x0303 ? 'reset' : null)
  const { result } = await scanModel({ suites: { 771: [gcm] }, before }, { profile: 'standard' })
  expect(result.versions.slice(0, 3).map(({ version, outcome, answer }) => [version, outcome, answer])).toEqual([
    ['TLSv1.3', 'no', 'broke off the connection (ECONNRESET)'],
    ['TLSv1.2', 'yes', 'chose TLSv1.2 with TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256'],
    ['TLSv1.1', 'no', 'broke off the connection (ECONNRESET)'],
  ])
})

test('a server that hangs at a version leaves that open', async () => {
  const before: Model['before'] = ({ versions }) => (versions.length > 0 ? 'silence' : null)
  const { result } = await scanModel({ suites: { 771: [gcm] }, before }, { profile: 'quick', seconds: 0.1 })
  expect(result.versions[0]).toMatchObject({
    version: 'TLSv1.3',
    outcome: 'unclear',
    answer: 'said nothing within 0.1 seconds',
  })
})

test('a server of SSLv2 is found with all its ciphers', async () => {
  const respond = modelServer({ suites: { 771: [gcm] } })
  await using server = await tlsResponder((hello, count) =>
    hello.isSslv2 ? sslv2ServerHello([0x010080, 0x020080], Buffer.alloc(10)) : respond(hello, count),
  )
  const { result } = await scanPort(server.port, { profile: 'standard' })
  const list = result.suites.find(({ version }) => version === 'SSLv2')
  expect([versionsOf(result).SSLv2, list?.suites.map(({ name, strength }) => [name, strength])]).toEqual([
    'yes',
    [
      ['SSL_CK_RC4_128_WITH_MD5', 'broken'],
      ['SSL_CK_RC4_128_EXPORT40_WITH_MD5', 'broken'],
    ],
  ])
})

test('of an address no name is asked for, and the result says so', async () => {
  const { result, heard } = await scanModel(today, { profile: 'quick', name: '127.0.0.1' })
  expect([result.serverName, heard.some(({ extensions }) => extensions.has(0))]).toEqual([null, false])
})

test('a suite that was not offered is no choice', async () => {
  await using server = await tlsResponder(() => inRecord(serverHello({ version: 0x0303, suite: 0x1234 })))
  const { result } = await scanPort(server.port, { profile: 'quick' })
  expect(result.versions[1]).toMatchObject({
    version: 'TLSv1.2',
    outcome: 'unclear',
    answer: 'chose TLSv1.2 with 0x1234, which was not offered',
  })
})

test('a server that chooses the same suite for ever ends its list, not the scan', async () => {
  const respond = modelServer({ suites: { 771: [gcm] } })
  await using server = await tlsResponder((hello, count) =>
    respond({ ...hello, suites: [...hello.suites, gcm] }, count),
  )
  const { result } = await scanPort(server.port, { profile: 'standard' })
  expect([suitesOf(result, 'TLSv1.2'), result.suites[0]?.isComplete, result.isComplete]).toEqual([[gcm], false, true])
})
