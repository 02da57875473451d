import { expect, test } from 'vitest'
import { defaultWire } from '#shared/values/wire-defaults.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import type { TypedField } from '../../../../renderer/wire/places.ts'
import { readWire, wireFaults } from '../../../../renderer/wire/read-wire.ts'
import { type WireForm, wireFormOf } from '../../../../renderer/wire/wire-form.ts'
import { wire } from '../../../fakes/wire.ts'

const usual = wireFormOf(defaultWire)
const form = (part: Partial<WireForm>): WireForm => ({ ...usual, ...part })
const proxy = (source: string, destination: string): Partial<WireForm> => ({
  proxy: { kind: 'v1', source, destination },
})
const raw = (text: string): Partial<WireForm> => ({ rawLines: [{ after: 'auth', text, isExact: false }] })

test.each<[Partial<WireForm>, TypedField]>([
  [{ notify: ['NEVER', 'DELAY'] }, 'notify'],
  [{ envid: 'é' }, 'envid'],
  [{ orcpt: { kind: 'other', text: '' } }, 'orcpt'],
  [{ orcpt: { kind: 'other', text: 'ana@example.com' } }, 'orcpt'],
  [{ chunkSize: '0' }, 'chunkSize'],
  [{ chunkSize: '1e3' }, 'chunkSize'],
  [{ hold: { kind: 'for', seconds: '', at: '' } }, 'hold'],
  [{ hold: { kind: 'until', seconds: '', at: 'tomorrow' } }, 'hold'],
  [{ deliverBy: { kind: 'return', seconds: '0', isTraced: false } }, 'deliverBy'],
  [{ priority: '10' }, 'priority'],
  [{ priority: '1.5' }, 'priority'],
  [{ mailAuth: 'nobody' }, 'mailAuth'],
  [{ solicit: 'a\0b' }, 'solicit'],
  [{ xclient: 'WHO=me' }, 'xclient'],
  [{ xclient: 'NAME' }, 'xclient'],
  [{ xforward: 'LOGIN=ana' }, 'xforward'],
  [{ mailParameters: 'A=\x07' }, 'mailParameters'],
  [{ rcptParameters: 'A=\x07' }, 'rcptParameters'],
  [proxy('here:25', ''), 'proxySource'],
  [proxy('', '192.0.2.1'), 'proxyDestination'],
  [proxy('192.0.2.1:70000', ''), 'proxySource'],
  [raw('NOOP\r\nQUIT'), 'rawLines'],
])('%j is at fault', (part, field) => {
  expect(wireFaults(form(part))).toEqual([field])
})

test.each<[Partial<WireForm>, Partial<WireOptions>]>([
  [{ solicit: 'org.example:ADV,  x' }, { solicit: ['org.example:ADV', 'x'] }],
  [{ mailParameters: ' A=1   B ' }, { mailParameters: ['A=1', 'B'] }],
  [
    { xclient: '\nname=a=b\n\nADDR=192.0.2.1' },
    {
      xclient: [
        { name: 'NAME', value: 'a=b' },
        { name: 'ADDR', value: '192.0.2.1' },
      ],
    },
  ],
  [proxy('[::1]:99', ''), { proxyHeader: { version: 1, source: { address: '::1', port: 99 }, destination: null } }],
  [
    { deliverBy: { kind: 'notify', seconds: '-5', isTraced: true } },
    { deliverBy: { seconds: -5, mode: 'notify', isTraced: true } },
  ],
  [{ priority: '+3' }, { priority: 3 }],
  // A row that nobody has filled in yet.
  [raw(''), {}],
])('%j is read', (part, expected) => {
  expect(readWire(form(part), defaultWire)).toEqual({ wire: wire(expected), faults: [] })
})

test('a field at fault keeps what it was before, and the others are read', () => {
  const before = wire({ chunkSize: 100, priority: 1 })
  const typed = { ...wireFormOf(before), chunkSize: 'many', priority: '2', extensions: { SIZE: 'off' as const } }
  expect(readWire(typed, before)).toEqual({
    wire: wire({ chunkSize: 100, priority: 2, extensions: { SIZE: 'off' } }),
    faults: ['chunkSize'],
  })
})
