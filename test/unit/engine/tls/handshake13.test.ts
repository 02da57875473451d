// What TLS 1.3 hides, read with keys of our own, against the TLS library of Node: the two have no line in common.
import { type AddressInfo, connect as connectTcp, createServer as createTcpServer } from 'node:net'
import { createServer, type TlsOptions } from 'node:tls'
import { expect, test } from 'vitest'
import { type Issued, issue } from '../../../fakes/certificates.ts'
import { tlsPeer } from '../../../fakes/tls-peer.ts'
import { scanPort, suitesOf, traitsOf, versionsOf } from '../../../fakes/tls-scan.ts'

const only13 = { minVersion: 'TLSv1.3' } as const

/** Brings who asks for localhost to one port, and everybody else to another. */
async function byName(own: number, others: number): Promise<AsyncDisposable & { port: number }> {
  const front = createTcpServer((socket) => {
    socket.on('error', () => {})
    socket.once('data', (hello: Buffer) => {
      const behind = connectTcp(hello.includes('localhost') ? own : others, '127.0.0.1')
      behind.on('error', () => {})
      behind.write(hello)
      socket.pipe(behind).pipe(socket)
    })
  })
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve))
  const { port } = front.address() as AddressInfo
  return { port, [Symbol.asyncDispose]: () => new Promise((resolve) => void front.close(() => resolve())) }
}

async function chain(): Promise<Issued[]> {
  const authority = await issue({ name: 'Authority', isAuthority: true })
  return [await issue({ name: 'mx.example', names: ['localhost'], issuer: authority }), authority]
}

test('a server of TLS 1.3 alone shows its chain, what it signs with, and its tickets', async () => {
  await using server = await tlsPeer(await chain(), only13)
  const { result } = await scanPort(server.port)
  expect({
    versions: versionsOf(result),
    shown: result.certificates.map(({ shownFor, chain: sent, count }) => ({
      shownFor,
      names: sent.map(({ subject }) => subject),
      count,
    })),
    signatures: result.signatures.map(({ version, key, signatures }) => [
      version,
      key,
      signatures.map(({ name }) => name),
    ]),
    early: result.traits.find(({ trait }) => trait === 'early-data')?.answer,
    asked: traitsOf(result)['client-certificate'],
  }).toEqual({
    versions: { SSLv2: 'no', SSLv3: 'no', TLSv1: 'no', 'TLSv1.1': 'no', 'TLSv1.2': 'no', 'TLSv1.3': 'yes' },
    shown: [
      { shownFor: ['tls1.3-ecdsa', 'no-name', 'other-name'], names: ['CN=mx.example', 'CN=Authority'], count: 2 },
    ],
    signatures: [['TLSv1.3', 'ECDSA', ['ecdsa_secp256r1_sha256']]],
    early: '2 tickets, 0 octets of early data',
    asked: 'no',
  })
})

test.each<[string, TlsOptions]>([
  ['P-256', { ecdhCurve: 'P-256' }],
  ['P-384 by another hello', { ecdhCurve: 'P-384' }],
  ['P-521 and SHA-384', { ecdhCurve: 'P-521', ciphers: 'TLS_AES_256_GCM_SHA384' }],
  ['a client certificate that is asked for', { requestCert: true, rejectUnauthorized: false }],
])('keys agree over %s', async (_, options) => {
  await using server = await tlsPeer(await chain(), { ...only13, ...options })
  const { result } = await scanPort(server.port)
  expect([
    result.certificates[0]?.chain[0]?.subject,
    result.traits.find(({ trait }) => trait === 'early-data')?.answer,
    traitsOf(result)['client-certificate'],
  ]).toEqual(['CN=mx.example', '2 tickets, 0 octets of early data', options.requestCert ? 'yes' : 'no'])
})

test('groups and suites of a library are those it was given', async () => {
  const ciphers =
    'TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-SHA'
  await using server = await tlsPeer(await chain(), { ecdhCurve: 'P-384:X25519', ciphers, honorCipherOrder: true })
  const { result } = await scanPort(server.port)
  expect({
    versions: Object.entries(versionsOf(result)).filter(([, outcome]) => outcome === 'yes'),
    suites: [suitesOf(result, 'TLSv1.3'), suitesOf(result, 'TLSv1.2')],
    orders: result.suites.map(({ order }) => order),
    groups13: result.groups[0]?.groups.map(({ name }) => name).toSorted(),
  }).toEqual({
    versions: [
      ['TLSv1.3', 'yes'],
      ['TLSv1.2', 'yes'],
    ],
    suites: [
      [0x1302, 0x1303],
      [0xc02c, 0xc009],
    ],
    // Of two suites one of which is ChaCha20 no order can be told.
    orders: ['unclear', 'server'],
    groups13: ['secp384r1', 'x25519'],
  })
})

test('a handshake is gone through with, its faults are told, and its session taken up again', async () => {
  await using server = await tlsPeer(await chain())
  const { result } = await scanPort(server.port)
  const { tls, problem, resumption } = result.completed ?? {}
  expect([tls?.version, tls?.faults.map(({ kind }) => kind), problem, resumption]).toEqual([
    'TLSv1.3',
    ['certificate-untrusted'],
    null,
    { ticket: true, sessionId: false, tls13: true },
  ])
})

test('whether a ticket of one name is taken for another is told', async () => {
  const only12 = { maxVersion: 'TLSv1.2' } as const
  await using own = await tlsPeer(await chain(), only12)
  await using others = await tlsPeer(await chain(), only12)
  await using front = await byName(own.port, others.port)
  const told = []
  for (const { port } of [own, front]) {
    const { result, log } = await scanPort(port)
    const { outcome, answer, entry = null } = result.traits.find(({ trait }) => trait === 'foreign-ticket') ?? {}
    told.push([outcome, answer, log[entry ?? -1]?.includes('and a ticket for unknown.invalid')])
  }
  expect(told).toEqual([
    ['yes', 'a ticket of localhost is taken for unknown.invalid', true],
    ['no', 'a ticket of localhost is not taken for unknown.invalid', true],
  ])
})

test('what the library of this program cannot do is told apart from what is offered', async () => {
  const [leaf] = await chain()
  const server = createServer({
    key: leaf?.key,
    cert: leaf?.certificate,
    maxVersion: 'TLSv1.1',
    minVersion: 'TLSv1',
    ciphers: 'ALL:@SECLEVEL=0',
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.on('tlsClientError', () => {})
  const { result } = await scanPort((server.address() as AddressInfo).port, { profile: 'standard' })
  await new Promise((resolve) => server.close(resolve))
  expect([versionsOf(result)['TLSv1.1'], result.completed?.tls, result.completed?.problem]).toEqual([
    'yes',
    null,
    expect.stringContaining('PROTOCOL_VERSION'),
  ])
})
