import { expect, test } from 'vitest'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import { differencesOf } from '../../../../renderer/wire/differences.ts'
import { wire } from '../../../fakes/wire.ts'

test('nothing is otherwise where everything is as usual', () => {
  expect([differencesOf(defaultWire), differencesOf(wire({ extensions: { SIZE: 'as-offered' } }))]).toEqual([[], []])
})

test('every option that is otherwise is told in the words of the protocol, with its place', () => {
  const all = wire({
    extensions: { DSN: 'on', SIZE: 'off' },
    protocol: 'lmtp',
    proxyHeader: { version: 2, source: { address: '::1', port: 99 }, destination: null },
    xclient: [{ name: 'NAME', value: 'a' }],
    xforward: [{ name: 'ADDR', value: 'b' }],
    dsn: { notify: ['SUCCESS', 'DELAY'], ret: 'HDRS', envid: 'x', orcpt: 'recipient' },
    deliverBy: { seconds: 60, mode: 'return', isTraced: true },
    hold: { kind: 'for', seconds: 5 },
    priority: 0,
    requireTls: true,
    mailAuth: '<>',
    solicit: ['a', 'b'],
    chunkSize: 10,
    mailParameters: ['A=1'],
    rcptParameters: ['B'],
    rawLines: [{ after: 'mail', text: 'NOOP', isExact: false }],
  })
  const told = differencesOf(all).map(({ place, text, position }) => [place, position === null ? text : position])
  expect(told).toEqual([
    ['switch-SIZE', 'off'],
    ['switch-DSN', 'on'],
    ['notify', 'NOTIFY=SUCCESS,DELAY'],
    ['ret', 'RET=HDRS'],
    ['envid', 'ENVID=x'],
    ['orcpt', 'ORCPT=recipient'],
    ['chunkSize', 'BDAT 10'],
    ['hold', 'HOLDFOR=5'],
    ['deliverBy', 'BY=60;RT'],
    ['priority', 'MT-PRIORITY=0'],
    ['requireTls', 'REQUIRETLS'],
    ['mailAuth', 'AUTH=<>'],
    ['solicit', 'SOLICIT=a,b'],
    ['xclient', 'XCLIENT NAME'],
    ['xforward', 'XFORWARD ADDR'],
    ['proxy', 'PROXY v2 [::1]:99'],
    ['protocol', 'LMTP'],
    ['mailParameters', 'MAIL A=1'],
    ['rcptParameters', 'RCPT B'],
    ['rawLines', 'MAIL: NOOP'],
  ])
})
