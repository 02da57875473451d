// Name servers asked by themselves, and the settings that mail programs look for.
import type { FakeNames } from '../../../../fakes/resolver.ts'
import type { RecordCase } from './record-case.ts'

const zone = (...servers: readonly (readonly string[])[]): FakeNames => ({
  addresses: Object.fromEntries(servers.map((addresses, index) => [`ns${index}.example`, addresses])),
  answers: { 'shop.example NS': servers.map((_, index) => ({ type: 'NS' as const, target: `ns${index}.example` })) },
})
const two = zone(['193.0.6.1', '2001:67c::1'], ['193.0.6.2'])
const both = { '193.0.6.1': 7, '2001:67c::1': 7, '193.0.6.2': 7 }

const srv = (target: string, port = 465): FakeNames => ({
  addresses: { 'mail.shop.example': ['193.0.6.1'] },
  answers: { '_submissions._tcp.shop.example SRV': [{ type: 'SRV', priority: 0, weight: 1, port, target }] },
})
const mail = srv('mail.shop.example')
const none: FakeNames = { answers: { 'shop.example TXT': [] } }
const autoconfigAt = 'https://autoconfig.shop.example/mail/config-v1.1.xml'
const autoconfig = (host: string, at = autoconfigAt) => ({
  web: {
    [at]: `<clientConfig><outgoingServer type="smtp"><hostname>${host}</hostname><port>465</port></outgoingServer></clientConfig>`,
  },
})
const autodiscover = (host: string) => ({
  web: {
    'https://autodiscover.shop.example/autodiscover/autodiscover.xml': `<Protocol><Type>SMTP</Type><Server>${host}</Server><Port>465</Port></Protocol>`,
  },
})

export const placeCases: readonly RecordCase[] = [
  ['MX-11', 'both answer alike', two, 'pass/info', { serials: both }],
  ['MX-11', 'one is behind', two, 'warn/medium', { serials: { ...both, '193.0.6.2': 6 } }],
  ['MX-11', 'there is one alone', zone(['193.0.6.1']), 'warn/medium', { serials: both }],
  ['MX-11', 'one knows nothing of it', two, 'fail/medium', { serials: { ...both, '193.0.6.2': null } }],
  ['MX-11', 'one has no address', zone(['193.0.6.1'], []), 'fail/medium', { serials: both }],
  ['MX-11', 'one is silent', two, 'fail/medium', { serials: { '193.0.6.1': 7, '2001:67c::1': 7 } }],
  ['MX-11', 'one answers by IPv4 alone', two, 'pass/info', { serials: { '193.0.6.1': 7, '193.0.6.2': 7 } }],
  ['MX-11', 'this network lets nobody ask', two, 'indeterminate/info'],
  ['MX-11', 'DNS does not tell them', { answers: { 'shop.example NS': 'SERVFAIL' } }, 'indeterminate/info'],
  ['MX-11', 'there are none', none, null],
  ['SRV-01', 'they lead to a server', mail, 'pass/info'],
  [
    'SRV-01',
    'they name that of the profile',
    mail,
    'pass/info',
    { sender: { relay: { host: 'mail.shop.example', port: 465 } } },
  ],
  [
    'SRV-01',
    'they name another one',
    mail,
    'warn/info',
    { sender: { relay: { host: 'smtp.shop.example', port: 465 } } },
  ],
  ['SRV-01', 'the service is not offered', srv('.', 0), 'pass/info'],
  ['SRV-01', 'their server is gone', srv('gone.example'), 'fail/info'],
  ['SRV-01', 'there are none', none, 'info/info'],
  ['SRV-01', 'nobody can tell', { answers: { '_submission._tcp.shop.example SRV': 'SERVFAIL' } }, 'indeterminate/info'],
  ['ACF-01', 'it names what SRV names', mail, 'pass/info', autoconfig('mail.shop.example')],
  [
    'ACF-01',
    'it stands at the domain',
    mail,
    'pass/info',
    autoconfig('mail.shop.example', 'https://shop.example/.well-known/autoconfig/mail/config-v1.1.xml'),
  ],
  [
    'ACF-01',
    'it is had in plain HTTP',
    mail,
    'pass/info',
    autoconfig('mail.shop.example', 'http://autoconfig.shop.example/mail/config-v1.1.xml'),
  ],
  ['ACF-01', 'it names another one than SRV', mail, 'fail/info', autoconfig('other.example')],
  [
    'ACF-01',
    'it names another one than autodiscover',
    none,
    'fail/info',
    { web: { ...autoconfig('a.example').web, ...autodiscover('b.example').web } },
  ],
  ['ACF-01', 'it is no settings', mail, 'info/info', { web: { [autoconfigAt]: '<html>' } }],
  ['ACF-01', 'there is none', mail, 'info/info'],
  ['ACF-02', 'it names what SRV names', mail, 'pass/info', autodiscover('MAIL.shop.example')],
  ['ACF-02', 'it names another one', mail, 'fail/info', autodiscover('other.example')],
  ['ACF-02', 'there is none', mail, 'info/info'],
]
