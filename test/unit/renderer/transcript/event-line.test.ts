import { expect, test } from 'vitest'
import type { Entry } from '#shared/values/transcript.ts'
import { shownText } from '../../../../renderer/transcript/event-line.ts'
import { session } from './entries.ts'

const inSpanish = (text: string, more: Partial<Entry> = {}) =>
  session([0, 'connect', text, more]).map((entry) => shownText(entry, 'es'))[0]

test.each<readonly [string, Partial<Entry>, string]>([
  [
    'a.example has the address 192.0.2.1.',
    { kind: 'dns', facts: { host: 'a.example', addresses: '192.0.2.1', ms: 3 } },
    'a.example tiene la dirección 192.0.2.1.',
  ],
  [
    'b.example has the MX hosts 10 mx.b.example.',
    { kind: 'dns', facts: { domain: 'b.example', source: 'mx', hosts: '10 mx.b.example' } },
    'b.example tiene los servidores MX 10 mx.b.example.',
  ],
  [
    'No connection to ::1 port 25 (IPv6): ECONNREFUSED after 1 ms.',
    {
      kind: 'connect',
      facts: { address: '::1', port: 25, family: 6, ms: 1.2, outcome: 'failed', code: 'ECONNREFUSED' },
    },
    'Sin conexión con ::1, puerto 25 (IPv6): ECONNREFUSED tras 1 ms.',
  ],
  [
    'TLSv1.3 with AES; the certificate does not hold. It is old.',
    { kind: 'tls', facts: { version: 'TLSv1.3', cipher: 'AES', authorized: false } },
    'TLSv1.3 con AES; el certificado no es válido. It is old.',
  ],
  ['The server closed the connection.', { kind: 'close' }, 'El servidor ha cerrado la conexión.'],
  [
    'On the wire: the mail leaves by DATA, although CHUNKING is offered.',
    { kind: 'note' },
    'En el cable: el correo sale por DATA, aunque se ofrece CHUNKING.',
  ],
  ['Something nobody foresaw.', { kind: 'note' }, 'Something nobody foresaw.'],
])('%s', (text, more, spanish) => {
  expect(inSpanish(text, more)).toBe(spanish)
})

test('lines of the wire are shown as they were sent', () => {
  expect(inSpanish('S: 250 We closed the connection.')).toBe('250 We closed the connection.')
})
