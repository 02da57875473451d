import { expect, test } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import { endpointName } from '../../../../electron/engine/diagnose/observed.ts'
import { type DiagnoseAccess, planFor } from '../../../../electron/engine/diagnose/plan.ts'
import { parseTarget } from '../../../../electron/engine/diagnose/target.ts'
import { fakeResolver } from '../../../fakes/resolver.ts'

test.each([
  ['example.com', { kind: 'name', name: 'example.com' }],
  [' example.com. ', { kind: 'name', name: 'example.com' }],
  ['localhost', { kind: 'name', name: 'localhost' }],
  ['smtp.example.com:587', { kind: 'endpoint', host: 'smtp.example.com', port: 587 }],
  ['ana@example.com', { kind: 'domain', domain: 'example.com' }],
  ['ana@[192.0.2.1]', { kind: 'host', host: '192.0.2.1' }],
  ['192.0.2.1', { kind: 'host', host: '192.0.2.1' }],
  ['192.0.2.1:2525', { kind: 'endpoint', host: '192.0.2.1', port: 2525 }],
  ['2001:db8::1', { kind: 'host', host: '2001:db8::1' }],
  ['[2001:db8::1]:25', { kind: 'endpoint', host: '2001:db8::1', port: 25 }],
  ['[IPv6:2001:db8::1]', { kind: 'host', host: '2001:db8::1' }],
  ['correo.españa.es', { kind: 'name', name: 'correo.españa.es' }],
])('“%s” is understood', (text, target) => {
  expect(parseTarget(text)).toEqual(target)
})

test.each([
  ['', 'host-invalid'],
  ['two words', 'host-invalid'],
  ['example.com\r\nQUIT', 'host-invalid'],
  ['example.com:0', 'host-invalid'],
  ['example.com:70000', 'host-invalid'],
  ['example.com:smtp', 'host-invalid'],
  ['https://example.com', 'host-invalid'],
  ['[example.com]:25', 'host-invalid'],
  ['@example.com', 'address-invalid'],
  ['ana@', 'address-invalid'],
  ['ana@exam_ple', 'address-invalid'],
])('“%s” is refused as input', (text, kind) => {
  const target = parseTarget(text)
  expect(
    target.kind === 'invalid' && [target.failure.kind, target.failure.stage, /[\r\n]/.test(target.failure.message)],
  ).toEqual([kind, 'input', false])
})

const resolver = fakeResolver({
  mx: {
    'example.com': [
      [20, 'backup.example.com.'],
      [10, 'mx.example.com.'],
    ],
    'null.example': [[0, '']],
    'empty.example': [],
  },
  addresses: {
    'implicit.example': ['192.0.2.1'],
    'smtp.example.com': ['192.0.2.1'],
  },
  answers: { 'broken.example MX': 'REFUSED' },
})
const tools = { resolver, signal: new AbortController().signal, mxPort: 25 }
const plan = async (text: string, access: DiagnoseAccess | null = null) => {
  const { role, endpoints, failure } = await planFor(text, access, tools)
  return {
    role,
    endpoints: endpoints.map(
      (one) => `${endpointName(one)} ${one.role} ${one.security}${one.isOptional ? ' optional' : ''}`,
    ),
    failure: failure?.kind ?? null,
  }
}

const usual = (host: string) => [
  `${host}:25 mx starttls optional`,
  `${host}:465 submission tls optional`,
  `${host}:587 submission starttls optional`,
]
const profile: DiagnoseAccess = {
  route: 'relay',
  host: '127.0.0.1',
  port: 10465,
  security: 'tls',
  ehloName: null,
  certificate: { name: 'localhost', pin: null, authorities: null },
  connection: usualConnection,
  proxySecret: null,
}

test.each([
  [
    'a domain means its MX hosts, best first',
    'example.com',
    null,
    {
      role: 'domain',
      endpoints: ['mx.example.com:25 mx starttls', 'backup.example.com:25 mx starttls'],
      failure: null,
    },
  ],
  [
    'an address means the domain behind the @',
    'ana@example.com',
    null,
    {
      role: 'domain',
      endpoints: ['mx.example.com:25 mx starttls', 'backup.example.com:25 mx starttls'],
      failure: null,
    },
  ],
  [
    'an address without MX means the domain itself',
    'ana@implicit.example',
    null,
    { role: 'domain', endpoints: ['implicit.example:25 mx starttls'], failure: null },
  ],
  [
    'a host means its usual ports',
    'smtp.example.com',
    null,
    { role: 'submission', endpoints: usual('smtp.example.com'), failure: null },
  ],
  [
    'an IP address means its usual ports',
    '192.0.2.1',
    null,
    { role: 'submission', endpoints: usual('192.0.2.1'), failure: null },
  ],
  [
    'host:port means that one',
    'smtp.example.com:25',
    null,
    { role: 'mx', endpoints: ['smtp.example.com:25 mx starttls'], failure: null },
  ],
  [
    '465 begins with TLS',
    'smtp.example.com:465',
    null,
    { role: 'submission', endpoints: ['smtp.example.com:465 submission tls'], failure: null },
  ],
  [
    'a profile names its own server',
    'whatever',
    profile,
    { role: 'submission', endpoints: ['127.0.0.1:10465 submission tls'], failure: null },
  ],
  [
    'a profile of the MX route takes the typed domain',
    'example.com',
    { ...profile, route: 'mx' as const },
    {
      role: 'domain',
      endpoints: ['mx.example.com:25 mx starttls', 'backup.example.com:25 mx starttls'],
      failure: null,
    },
  ],
  [
    'a domain that takes no mail is not connected to',
    'null.example',
    null,
    { role: 'domain', endpoints: [], failure: 'domain-takes-no-mail' },
  ],
  [
    'a domain without a server has nothing to look at',
    'ana@empty.example',
    null,
    { role: 'domain', endpoints: [], failure: 'domain-has-no-server' },
  ],
  [
    'a name that does not exist is a failure',
    'nowhere.invalid',
    null,
    { role: 'submission', endpoints: [], failure: 'host-not-found' },
  ],
  [
    'DNS that does not answer is a failure',
    'ana@broken.example',
    null,
    { role: 'domain', endpoints: [], failure: 'dns-unavailable' },
  ],
  ['bad input is a failure', 'a b', null, { role: 'submission', endpoints: [], failure: 'host-invalid' }],
] as const)('%s', async (_why, text, access, expected) => {
  expect(await plan(text, access)).toEqual(expected)
})
