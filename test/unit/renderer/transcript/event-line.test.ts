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
    'TXT default._bimi.a.example: no such name.',
    { kind: 'dns', facts: { host: 'default._bimi.a.example', type: 'TXT', records: 0 } },
    'TXT default._bimi.a.example: ese nombre no existe.',
  ],
  [
    'A mx.a.example, by b.example, c.example: no such record.',
    { kind: 'dns', facts: { host: 'mx.a.example', type: 'A', records: 0 } },
    'A mx.a.example, por b.example, c.example: no hay tal registro.',
  ],
  [
    'TXT a.example: v=spf1 -all (TTL 300)',
    { kind: 'dns', facts: { host: 'a.example', type: 'TXT', records: 1 } },
    'TXT a.example: v=spf1 -all (TTL 300)',
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
    'Connected to the proxy 127.0.0.1 port 1080 (IPv4) from 127.0.0.2 after 1 ms.',
    {
      kind: 'connect',
      facts: {
        ...{ address: '127.0.0.1', port: 1080, family: 4, ms: 1, outcome: 'connected' },
        ...{ isProxy: true, localAddress: '127.0.0.2' },
      },
    },
    'Conectado al proxy 127.0.0.1, puerto 1080 (IPv4) desde 127.0.0.2 tras 1 ms.',
  ],
  [
    'Connected to mx.example port 25 through the proxy proxy.example:1080 after 7 ms.',
    {
      kind: 'connect',
      facts: { host: 'mx.example', port: 25, proxy: 'proxy.example:1080', ms: 7.2, outcome: 'connected' },
    },
    'Conectado a mx.example, puerto 25, a través del proxy proxy.example:1080 tras 7 ms.',
  ],
  [
    'Asked the HTTP proxy [::1]:8080 for mx.example:25, with the login of ana.',
    { kind: 'connect', facts: { proxy: '[::1]:8080', outcome: 'asked' } },
    'Se ha pedido mx.example:25 al proxy HTTP [::1]:8080, con el usuario ana.',
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
