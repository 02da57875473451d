import { expect, test } from 'vitest'
import { type HelloWish, helloMessage, helloOctets } from '../../../../electron/engine/tls/hello.ts'
import { groupsOf13, shareLengthOf } from '../../../../electron/engine/tls/registry/groups.ts'
import { clientHello } from '../../../../electron/engine/tls/wire/client-hello.ts'
import {
  alpn,
  cookie,
  encryptThenMac,
  extendedMasterSecret,
  heartbeat,
  keyShare,
  padding,
  pointFormats,
  pskModes,
  renegotiationInfo,
  serverName,
  sessionTicket,
  signatureAlgorithms,
  statusRequest,
  supportedGroups,
  supportedVersions,
  unknownExtension,
} from '../../../../electron/engine/tls/wire/extensions.ts'
import { records } from '../../../../electron/engine/tls/wire/records.ts'
import { standInShare } from '../../../../electron/engine/tls/wire/share-keys.ts'
import { sslv2Hello } from '../../../../electron/engine/tls/wire/sslv2.ts'
import { hearHello } from '../../../fakes/tls-messages.ts'

const random = Buffer.alloc(32, 0xaa)

test('a hello is written octet by octet as RFC 8446 §4.1.2 says', () => {
  const hello = clientHello({
    legacyVersion: 0x0303,
    suites: [0x1301, 0xc02f],
    compression: [1, 0],
    random,
    sessionId: Buffer.from('0102', 'hex'),
    extensions: [serverName('mx.example'), extendedMasterSecret()],
  })
  expect(hello.toString('hex')).toBe(
    [
      '01000047',
      '0303',
      'aa'.repeat(32),
      '020102',
      '000413 01c02f'.replace(' ', ''),
      '020100',
      '0017',
      '0000000f000d00000a',
      Buffer.from('mx.example').toString('hex'),
      '00170000',
    ].join(''),
  )
})

test('without a block of extensions nothing stands behind the compression', () => {
  const hello = clientHello({ legacyVersion: 0x0300, suites: [0x000a], random, extensions: null })
  expect(hello.toString('hex')).toBe(`010000290300${'aa'.repeat(32)}000002000a0100`)
})

test.each([
  ['supported_groups', supportedGroups([29, 0x11ec]), '000a', '0004001d11ec'],
  ['point formats', pointFormats(), '000b', '0100'],
  ['signature_algorithms', signatureAlgorithms([0x0804, 0x0403]), '000d', '000408040403'],
  ['status_request', statusRequest(), '0005', '0100000000'],
  ['heartbeat', heartbeat(), '000f', '01'],
  ['ALPN', alpn(['smtp', 'h2']), '0010', '000804736d7470026832'],
  ['padding', padding(3), '0015', '000000'],
  ['encrypt_then_mac', encryptThenMac(), '0016', ''],
  ['session_ticket', sessionTicket(Buffer.from([7])), '0023', '07'],
  ['supported_versions', supportedVersions([0x0304, 0x0303]), '002b', '0403040303'],
  ['cookie', cookie(Buffer.from([1, 2])), '002c', '00020102'],
  ['psk_key_exchange_modes', pskModes(), '002d', '0101'],
  ['an empty key_share', keyShare([]), '0033', '0000'],
  ['a key_share', keyShare([{ group: 29, key: Buffer.from([9]) }]), '0033', '0005001d000109'],
  ['renegotiation_info', renegotiationInfo(), 'ff01', '00'],
  ['GREASE', unknownExtension(0x1a1a, Buffer.from([0])), '1a1a', '00'],
])('%s', (_, { type, data }, wantedType, wanted) => {
  expect([type.toString(16).padStart(4, '0'), data.toString('hex')]).toEqual([wantedType, wanted])
})

const wish: HelloWish = { version: 'TLSv1.2', suites: [0xc02f], name: 'mx.example' }
const heard = (more: Partial<HelloWish>) => hearHello(helloOctets({ ...wish, ...more }))

test.each([
  ['SSLv3', 0x0300, 0x0300, [], []],
  ['TLSv1', 0x0301, 0x0301, [0, 10, 11, 22, 23, 35], []],
  ['TLSv1.1', 0x0301, 0x0302, [0, 10, 11, 22, 23, 35], []],
  ['TLSv1.2', 0x0301, 0x0303, [0, 10, 11, 13, 22, 23, 35], []],
  ['TLSv1.3', 0x0301, 0x0303, [0, 10, 11, 13, 22, 23, 35, 43, 45, 51], [0x0304]],
] as const)('the usual hello of %s', (version, recordVersion, legacyVersion, extensions, versions) => {
  const octets = helloOctets({ ...wish, version })
  const hello = hearHello(octets)
  expect({
    record: octets.readUInt16BE(1),
    version: hello?.version,
    extensions: [...(hello?.extensions.keys() ?? [])].filter((type) => type !== 21),
    versions: hello?.versions,
    session: hello?.sessionId.length,
    // RFC 5746 §3.3: below TLS 1.3 a suite that is none asks for secure renegotiation.
    suites: hello?.suites,
  }).toEqual({
    record: recordVersion,
    version: legacyVersion,
    extensions,
    versions,
    session: version === 'TLSv1.3' ? 32 : 0,
    suites: version === 'TLSv1.3' ? [0xc02f] : [0xc02f, 0x00ff],
  })
})

test.each(['192.0.2.1', '2001:db8::1', null])('no name is asked for where there is none: %s', (name) => {
  expect(heard({ name })?.extensions.has(0)).toBe(false)
})

test('a name is asked for in A-labels and without its last dot', () => {
  expect(heard({ name: 'correo.españa.example.' })?.extensions.get(0)?.subarray(5).toString()).toBe(
    'correo.xn--espaa-rta.example',
  )
})

test('lengths at which others hang are passed by', () => {
  const lengths = Array.from({ length: 300 }, (_, count) => {
    const suites = Array.from({ length: 1 + (count % 100) }, (_each, index) => 0xc000 + index)
    const name = `${'a'.repeat(1 + (count % 60))}.example`
    return helloMessage({ ...wish, version: count % 2 === 0 ? 'TLSv1.2' : 'TLSv1', suites, name }).length
  })
  const bad = lengths.filter((length) => (length >= 256 && length < 512) || [10, 14].includes(length % 256))
  expect([bad, lengths.some((length) => length === 512)]).toEqual([[], true])
})

test('a hello may be cut into records', () => {
  const message = helloMessage({ ...wish, more: [padding(1000)] })
  const octets = records(22, 0x0301, message, 300)
  expect(hearHello(octets)).toMatchObject({ records: Math.ceil(message.length / 300), suites: [0xc02f, 0x00ff] })
})

test('stand-in shares are as long as their group wants them', () => {
  const lengths = groupsOf13.map((group) => [group, standInShare(group).key.length])
  expect(lengths).toEqual(groupsOf13.map((group) => [group, shareLengthOf(group)]))
})

test('the SSLv2 hello', () => {
  const hello = sslv2Hello([0x010080, 0x0700c0])
  expect([hello.subarray(0, 17).toString('hex'), hello.length]).toEqual([
    '801f01000200060000 0010 010080 0700c0'.replaceAll(' ', ''),
    33,
  ])
})
