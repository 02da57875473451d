import { expect, test } from 'vitest'
import { UsageError } from '../../../../electron/cli/usage-error.ts'
import type { WireArguments } from '../../../../electron/cli/wire/arguments.ts'
import { wireOf } from '../../../../electron/cli/wire/wire.ts'
import { wordsOf } from '../../../../electron/cli/words/index.ts'
import { defaultWire } from '../../../../shared/values/wire-defaults.ts'
import { type WireOptions, wireOptionsSchema } from '../../../../shared/values/wire-options.ts'

const words = wordsOf('en')

test('without options the wire is as it always is', () => {
  expect(wireOf({}, defaultWire, words)).toEqual(defaultWire)
})

test.each<[WireArguments, Partial<WireOptions>]>([
  [{ ext: ['chunking=OFF', 'MT-PRIORITY=on'] }, { extensions: { CHUNKING: 'off', 'MT-PRIORITY': 'on' } }],
  [
    { notify: 'success,DELAY', ret: 'hdrs', envid: 'a b', orcpt: 'recipient' },
    { dsn: { notify: ['SUCCESS', 'DELAY'], ret: 'HDRS', envid: 'a b', orcpt: 'recipient' } },
  ],
  [{ deliverBy: '120;rt' }, { deliverBy: { seconds: 120, mode: 'return', isTraced: true } }],
  [{ deliverBy: '-5;N' }, { deliverBy: { seconds: -5, mode: 'notify', isTraced: false } }],
  [{ holdFor: '60' }, { hold: { kind: 'for', seconds: 60 } }],
  [{ holdUntil: '2030-01-31T12:00:00Z' }, { hold: { kind: 'until', at: '2030-01-31T12:00:00Z' } }],
  [
    { mtPriority: '-3', requiretls: true, lmtp: true },
    { priority: -3, requireTls: true, protocol: 'lmtp' },
  ],
  [{ mailAuth: '<>' }, { mailAuth: '<>' }],
  [{ solicit: 'org.example:ADV,x' }, { solicit: ['org.example:ADV', 'x'] }],
  [
    { mailParam: ['A=1'], rcptParam: ['B'], chunkSize: '100' },
    { mailParameters: ['A=1'], rcptParameters: ['B'], chunkSize: 100 },
  ],
  [
    { xclient: ['name=spike', 'LOGIN=a=b'], xforward: ['addr=192.0.2.1'] },
    {
      xclient: [
        { name: 'NAME', value: 'spike' },
        { name: 'LOGIN', value: 'a=b' },
      ],
      xforward: [{ name: 'ADDR', value: '192.0.2.1' }],
    },
  ],
  [{ leave: 'reset' }, { leave: 'reset' }],
  [{ leave: 'DROP' }, { leave: 'drop' }],
  [{ proxyHeader: 'v1' }, { proxyHeader: { version: 1, source: null, destination: null } }],
  [
    { proxyHeader: 'v2:[2001:db8::1]:99,[::1]:25' },
    {
      proxyHeader: {
        version: 2,
        source: { address: '2001:db8::1', port: 99 },
        destination: { address: '::1', port: 25 },
      },
    },
  ],
  [
    { rawLine: ['NOOP', 'mail:HELP', 'a:b'], rawOctets: ['ehlo:NO\\0OP\\r\\n'] },
    {
      rawLines: [
        { after: 'auth', text: 'NOOP', isExact: false },
        { after: 'mail', text: 'HELP', isExact: false },
        { after: 'auth', text: 'a:b', isExact: false },
        { after: 'ehlo', text: 'NO\\0OP\\r\\n', isExact: true },
      ],
    },
  ],
])('%j', (options, expected) => {
  const wire = wireOf(options, defaultWire, words)
  expect(wire).toEqual({ ...defaultWire, ...expected })
  expect(wireOptionsSchema.parse(wire)).toEqual(wire)
})

test.each<WireArguments>([
  { leave: 'now' },
  { ext: ['CHUNKS=on'] },
  { ext: ['CHUNKING=yes'] },
  { ext: ['CHUNKING'] },
  { notify: 'NEVER,DELAY' },
  { notify: 'LATER' },
  { ret: 'HALF' },
  { envid: 'é' },
  { orcpt: 'luis' },
  { deliverBy: '0;R' },
  { deliverBy: '60' },
  { holdFor: '0' },
  { holdUntil: 'tomorrow' },
  { holdUntil: '2030-13-31T12:00:00Z' },
  { holdFor: '1', holdUntil: '2030-01-31T12:00:00Z' },
  { mtPriority: '10' },
  { mailAuth: 'nobody' },
  { solicit: 'a b' },
  { mailParam: ['A=1 B=2'] },
  { rcptParam: ['A\r\nDATA'] },
  { chunkSize: '0' },
  { xclient: ['WHO=me'] },
  { xclient: ['NAME'] },
  { xforward: ['NAME=a\nb'] },
  { proxyHeader: 'v3' },
  { proxyHeader: 'v1:here:25' },
  { proxyHeader: 'v1:192.0.2.1' },
  { proxyHeader: 'v1:192.0.2.1:1,192.0.2.2:2,192.0.2.3:3' },
  { rawLine: ['NOOP\r\nQUIT'] },
  { rawLine: ['mail:'] },
])('%j is refused', (options) => {
  expect(() => wireOf(options, defaultWire, words)).toThrow(UsageError)
})

const profileWire: WireOptions = {
  ...defaultWire,
  extensions: { CHUNKING: 'off', PIPELINING: 'off' },
  protocol: 'lmtp',
  dsn: { notify: ['DELAY'], ret: 'FULL', envid: 'a', orcpt: 'recipient' },
  hold: { kind: 'for', seconds: 60 },
  requireTls: true,
  mailParameters: ['A=1'],
  rawLines: [{ after: 'auth', text: 'NOOP', isExact: false }],
}

test('a profile’s wire is used as it is', () => {
  expect(wireOf({}, profileWire, words)).toEqual(profileWire)
})

test('each option changes what it names of a profile’s wire', () => {
  const options: WireArguments = {
    ext: ['CHUNKING=on', 'DSN=off'],
    ret: 'HDRS',
    holdUntil: '2030-01-31T12:00:00Z',
    mailParam: ['B=2'],
    rawOctets: ['NOOP\\n'],
  }
  expect(wireOf(options, profileWire, words)).toEqual({
    ...profileWire,
    extensions: { CHUNKING: 'on', PIPELINING: 'off', DSN: 'off' },
    dsn: { ...profileWire.dsn, ret: 'HDRS' },
    hold: { kind: 'until', at: '2030-01-31T12:00:00Z' },
    mailParameters: ['B=2'],
    rawLines: [{ after: 'auth', text: 'NOOP\\n', isExact: true }],
  })
})
