import { expect, test } from 'vitest'
import { keyExchangeForm } from '../../../../electron/engine/tls/registry/key-exchange-form.ts'
import { createFlightReader, type FlightReader } from '../../../../electron/engine/tls/wire/flight.ts'
import {
  alert,
  certificateRequest,
  certificateStatus,
  certificates,
  dheKeyExchange,
  ecdheKeyExchange,
  handshake,
  helloDone,
  inRecord,
  noOctets,
  number16,
  record,
  serverHello,
  serverHello13,
  sslv2ServerHello,
} from '../../../fakes/tls-messages.ts'

function read(...chunks: readonly Buffer[]): FlightReader {
  const reader = createFlightReader(keyExchangeForm)
  for (const chunk of chunks) reader.push(chunk)
  return reader
}

const leaf = Buffer.from('leaf')
const issuer = Buffer.from('issuer')
const messages = [
  serverHello({
    suite: 0xc02f,
    sessionId: Buffer.alloc(32, 7),
    extensions: [
      [0xff01, Buffer.from([0])],
      [23, noOctets],
    ],
  }),
  certificates(leaf, issuer),
  certificateStatus(Buffer.from('ocsp')),
  ecdheKeyExchange(29, 0x0804),
  certificateRequest([0x0804, 0x0403], [Buffer.from('authority')]),
  helloDone,
]

function told({ flight, end }: FlightReader) {
  const { hello, certificates: chain, staple, keyExchange, certificateRequest: request, isDone } = flight
  return {
    hello: hello && { version: hello.version, suite: hello.suite, extensions: [...hello.extensions.keys()] },
    chain: chain?.map(String),
    staple: staple?.toString(),
    keyExchange,
    request,
    isDone,
    end,
  }
}

const whole = {
  hello: { version: 0x0303, suite: 0xc02f, extensions: [0xff01, 23] },
  chain: ['leaf', 'issuer'],
  staple: 'ocsp',
  keyExchange: { group: 29, dh: null, signature: 0x0804 },
  request: { signatures: [0x0804, 0x0403], authorities: 1 },
  isDone: true,
  end: null,
}

test('a flight is read the same at every cut of its octets', () => {
  const octets = inRecord(...messages)
  for (let cut = 0; cut <= octets.length; cut += 1)
    expect(told(read(octets.subarray(0, cut), octets.subarray(cut)))).toEqual(whole)
})

test('messages may span records and share them', () => {
  const content = Buffer.concat(messages)
  for (const size of [1, 7, 50, content.length]) {
    const pieces = Array.from({ length: Math.ceil(content.length / size) }, (_, index) =>
      record(22, content.subarray(index * size, (index + 1) * size)),
    )
    expect(told(read(...pieces))).toEqual(whole)
  }
})

test('each octet by itself', () => {
  expect(told(read(...[...inRecord(...messages)].map((octet) => Buffer.from([octet]))))).toEqual(whole)
})

test('DHE shows its prime without leading zeros, and how many bits that has', () => {
  const prime = Buffer.concat([Buffer.alloc(2), Buffer.from([0x1f]), Buffer.alloc(127, 1)])
  const { flight } = read(inRecord(serverHello({ suite: 0x009e }), dheKeyExchange(prime, 0x0401)))
  expect(flight.keyExchange).toEqual({
    group: null,
    dh: { prime: prime.subarray(2), generator: Buffer.from([2]), bits: 1021 },
    signature: 0x0401,
  })
})

test.each([
  ['an anonymous suite signs nothing', 0xc018, 0x0303, null],
  ['TLS 1.1 names no scheme', 0xc013, 0x0302, null],
  ['TLS 1.2 does', 0xc013, 0x0303, 0x0201],
])('%s', (_, suite, version, signature) => {
  const { flight } = read(inRecord(serverHello({ suite, version }), ecdheKeyExchange(23, signature)))
  expect(flight.keyExchange).toEqual({ group: 23, dh: null, signature })
})

test('a HelloRetryRequest names a group and gives a cookie, and is no choice of 1.2', () => {
  const { flight } = read(inRecord(serverHello13(0x1301, 0x11ec, { cookie: Buffer.from('crumb') })))
  expect(flight.hello).toMatchObject({
    version: 0x0304,
    isRetry: true,
    group: 0x11ec,
    cookie: Buffer.from('crumb'),
    share: null,
  })
})

test('what TLS 1.3 seals is kept, not read', () => {
  const sealed = record(23, Buffer.alloc(40, 9))
  const { flight, end } = read(
    inRecord(serverHello13(0x1301, 29, { isRetry: false })),
    record(20, Buffer.from([1])),
    sealed,
  )
  expect({ sealed: flight.sealed, share: flight.hello?.share?.length, end }).toEqual({
    sealed: [{ header: sealed.subarray(0, 5), fragment: Buffer.alloc(40, 9) }],
    share: 32,
    end: null,
  })
})

test('SSLv3 has no extensions, and no block for them', () => {
  const { flight } = read(inRecord(serverHello({ version: 0x0300, suite: 0x000a, extensions: null })))
  expect(flight.hello).toMatchObject({ version: 0x0300, suite: 0x000a, extensions: new Map() })
})

test('an alert ends it; a warning does not', () => {
  const { flight, end } = read(alert(112, 1), alert(40))
  expect({ warnings: flight.warnings, end }).toEqual({
    warnings: [{ level: 1, description: 112 }],
    end: { kind: 'alert', alert: { level: 2, description: 40 } },
  })
})

test('a server of SSLv2 lists its ciphers and shows its certificate', () => {
  const { flight, end } = read(sslv2ServerHello([0x010080, 0x0700c0], leaf))
  expect({ sslv2: flight.sslv2, end }).toEqual({
    sslv2: { kind: 'server-hello', ciphers: [0x010080, 0x0700c0], certificate: leaf },
    end: null,
  })
})

test('an error of SSLv2 and a TLS alert behind it: what Java answers', () => {
  const { flight, end } = read(Buffer.from('8003000001', 'hex'), alert(40))
  expect({ sslv2: flight.sslv2, end: end?.kind }).toEqual({ sslv2: { kind: 'error', code: 1 }, end: 'alert' })
})

test('a chain of a hundred certificates is read', () => {
  const chain = Array.from({ length: 100 }, (_, index) => Buffer.alloc(1500, index))
  const message = certificates(...chain)
  const pieces = [inRecord(serverHello({ suite: 0xc02f }))]
  for (let at = 0; at < message.length; at += 16_000) pieces.push(record(22, message.subarray(at, at + 16_000)))
  const { flight, end } = read(...pieces)
  expect({ count: flight.certificates?.length, last: flight.certificates?.at(-1), end }).toEqual({
    count: 100,
    last: chain.at(-1),
    end: null,
  })
})

const hello = inRecord(serverHello({ suite: 0xc02f }))
const curve = (type: number) => handshake(12, Buffer.concat([Buffer.from([type]), number16(23), Buffer.alloc(70)]))

test.each<[string, readonly Buffer[], object]>([
  [
    'an SMTP reply',
    [Buffer.from('554 5.7.0 no TLS\r\n')],
    { kind: 'foreign', octets: Buffer.from('554 5.7.0 no TLS\r\n') },
  ],
  [
    'a version that is none',
    [Buffer.from('1604000000', 'hex')],
    { kind: 'foreign', octets: Buffer.from('1604000000', 'hex') },
  ],
  [
    'a record over the limit',
    [Buffer.from('160303ffff', 'hex')],
    malformed('a record of 65535 octets is longer than 18432'),
  ],
  [
    'a message over the limit',
    [record(22, Buffer.from('0b100000', 'hex'))],
    malformed('a handshake message of 1048576 octets is longer than 524288'),
  ],
  ['an alert of three octets', [record(21, Buffer.alloc(3))], malformed('an alert of 3 octets, not 2')],
  [
    'a certificate before the ServerHello',
    [inRecord(certificates(leaf))],
    malformed('a handshake message of type 11 came before the ServerHello'),
  ],
  ['two ServerHellos', [hello, hello], malformed('a second ServerHello came')],
  [
    'a ServerHello that is cut short',
    [inRecord(handshake(2, Buffer.alloc(20)))],
    malformed('the ServerHello is cut short: 32 octets are missing where 18 are left'),
  ],
  [
    'a session id that is too long',
    [inRecord(serverHello({ suite: 1, sessionId: Buffer.alloc(40) }))],
    malformed('the ServerHello has a session id of 40 octets'),
  ],
  [
    'an extension twice',
    [
      inRecord(
        serverHello({
          suite: 1,
          extensions: [
            [23, noOctets],
            [23, noOctets],
          ],
        }),
      ),
    ],
    malformed('the ServerHello has the extension 23 twice'),
  ],
  [
    'an explicit curve',
    [hello, inRecord(curve(1))],
    malformed('the ServerKeyExchange has a curve of type 1, not a named one'),
  ],
  [
    'a chain without end',
    [hello, record(22, certificates(...Array(250).fill(Buffer.alloc(1))))],
    malformed('the chain has more than 200 certificates'),
  ],
  [
    'empty records without end',
    Array(2100).fill(record(22, noOctets)),
    malformed('the answer has more than 2000 records'),
  ],
  [
    'more than any answer has',
    Array(70).fill(record(23, Buffer.alloc(16_384))),
    malformed('the answer is longer than 1048576 octets'),
  ],
])('%s ends it', (_, chunks, end) => {
  expect(read(...chunks).end).toEqual(end)
})

function malformed(reason: string): object {
  return { kind: 'malformed', reason }
}
