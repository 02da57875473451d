import { expect, it } from 'vitest'
import { usualConnection } from '#shared/values/connection-defaults.ts'
import type { DiagnoseAccess } from '../../../electron/engine/diagnose/index.ts'
import { diagnosed, resultsFor } from '../../fakes/diagnosed.ts'
import { type Faults, faultyServer, type Line } from '../../fakes/faulty-server.ts'
import { authority, identity } from '../loopback/test-server.ts'

const offers = (isTls: boolean) => (isTls ? ['AUTH PLAIN SCRAM-SHA-256 XOAUTH2'] : ['STARTTLS'])
const base64 = (text: string) => Buffer.from(text).toString('base64')
const decoded = (text: string) => Buffer.from(text, 'base64').toString()

/** ana has the password s3cret; nobody else is known, and nobody is told. */
const sound = ({ text, before }: Line) => {
  const last = before.at(-2) ?? ''
  const [, plain] = /^AUTH PLAIN (\S+)$/.exec(text) ?? []
  const loggedIn = before.slice(0, -1).some((line) => line === `AUTH PLAIN ${base64('\0ana\0s3cret')}`)
  if (/^AUTH/.test(text) && loggedIn) return '503 5.5.1 Already'
  if (plain !== undefined) return decoded(plain) === '\0ana\0s3cret' ? '235 2.7.0 Welcome' : '535 5.7.8 No'
  const [, first] = /^AUTH SCRAM-SHA-256 (\S+)$/.exec(text) ?? []
  if (first !== undefined) return `334 ${base64(`r=${nonceOf(first)}more,s=${base64('salt')},i=4096`)}`
  if (/^AUTH XOAUTH2/.test(text)) return `334 ${base64('{"status":"401"}')}`
  if (/^AUTH XOAUTH2/.test(last)) return '535 5.7.8 No'
  if (/^AUTH SCRAM/.test(last) && text === '*') return '501 5.7.0 Given up'
  return /^MAIL FROM:<somebody/.test(text) ? '553 5.7.1 Not yours' : undefined
}
const nonceOf = (first: string) => decoded(first).replace(/^.*,r=/, '')
const soundServer: Faults = { identity, offers, answer: sound }
const but = (pattern: RegExp, answer: string | null): Faults => ({
  ...soundServer,
  answer: (line) => (pattern.test(line.text) ? answer : sound(line)),
})
const plainOnly = (faults: Faults): Faults => ({
  ...faults,
  offers: (isTls) => (isTls ? ['AUTH PLAIN'] : ['STARTTLS']),
})
const known = new RegExp(`^AUTH PLAIN ${base64('\0ana\0').slice(0, 5)}`)

const access = (port: number): DiagnoseAccess => ({
  route: 'relay',
  host: '127.0.0.1',
  port,
  security: 'starttls',
  ehloName: null,
  connection: usualConnection,
  proxySecret: null,
  certificate: { name: 'localhost', pin: null, authorities: authority.certificate },
})

it.concurrent.each<[id: string, when: string, faults: Faults, result: string | undefined]>([
  ['AUT-06', 'refuses it', soundServer, 'pass'],
  ['AUT-06', 'lets everybody in', but(/^AUTH PLAIN/, '235 2.7.0 Welcome'), 'fail'],
  ['AUT-06', 'uses another code', but(/^AUTH PLAIN/, '550 5.7.1 No'), 'warn'],
  [
    'AUT-06',
    'hangs up behind it',
    { ...soundServer, answer: (line) => (line.text === 'NOOP' ? 'hang up' : sound(line)) },
    'warn',
  ],
  ['AUT-07', 'answers alike', soundServer, 'pass'],
  ['AUT-07', 'tells them apart', but(known, '535 5.7.8 Wrong password'), 'fail'],
  ['AUT-08', 'bears it', soundServer, 'pass'],
  ['AUT-08', 'wants us to wait', but(/^AUTH PLAIN/, '454 4.7.0 Too many login attempts'), 'info'],
  ['AUT-09', 'refuses it', plainOnly(soundServer), 'pass'],
  ['AUT-09', 'takes it', plainOnly(but(/^AUTH PLAIN$/, '334 ')), 'fail'],
  ['AUT-12', 'refuses it', plainOnly(soundServer), 'pass'],
  ['AUT-12', 'takes it', plainOnly(but(/^MAIL FROM:<somebody/, '250 2.1.0 OK')), 'warn'],
  ['AUT-12', 'does not know us', plainOnly(but(/^AUTH PLAIN \S/, '535 5.7.8 No')), 'indeterminate'],
  ['AUT-13', 'does', soundServer, 'pass'],
  ['AUT-13', 'hashes seldom', { ...soundServer, answer: scramOf((nonce) => `r=${nonce}more,s=c2FsdA==,i=10`) }, 'warn'],
  [
    'AUT-13',
    'begins with a nonce of its own',
    { ...soundServer, answer: scramOf(() => 'r=mine,s=c2FsdA==,i=4096') },
    'fail',
  ],
  ['AUT-14', 'offers none', soundServer, undefined],
  [
    'AUT-14',
    'cannot keep its offer',
    {
      ...but(/^AUTH SCRAM-SHA-256-PLUS/, '535 5.7.8 No'),
      offers: (isTls) => (isTls ? ['AUTH PLAIN SCRAM-SHA-256-PLUS'] : ['STARTTLS']),
    },
    'warn',
  ],
  ['AUT-15', 'says why', soundServer, 'pass'],
  ['AUT-15', 'does not say why', but(/^AUTH XOAUTH2/, '535 5.7.8 No'), 'warn'],
  ['AUT-15', 'never ends', but(/^$/, null), 'fail'],
])('%s of a server that %s', async (id, _, faults, result) => {
  await using server = await faultyServer(faults)
  const report = await diagnosed(server.port, {
    access: access(server.port),
    only: [id],
    credentials: { user: 'ana', secret: 's3cret' },
    tools: { replyTimeout: 0.4 },
  })
  expect(resultsFor(report, id)[0]).toBe(result)
})

function scramOf(first: (nonce: string) => string) {
  return (line: Line) => {
    const [, initial] = /^AUTH SCRAM-SHA-256 (\S+)$/.exec(line.text) ?? []
    return initial === undefined ? sound(line) : `334 ${base64(first(nonceOf(initial)))}`
  }
}

it('tries no wrong password below level 3, nor at a server of others', async () => {
  await using server = await faultyServer(soundServer)
  await diagnosed(server.port, { access: access(server.port), level: 2, only: ['AUT'] })
  expect(server.received.filter((line) => /^AUTH PLAIN \S/.test(line))).toEqual([])
})

it('shows no password in its log', async () => {
  await using server = await faultyServer(soundServer)
  const report = await diagnosed(server.port, {
    access: access(server.port),
    only: ['AUT'],
    credentials: { user: 'ana', secret: 's3cret' },
    tools: { replyTimeout: 0.4 },
  })
  expect(JSON.stringify(report)).not.toContain('s3cret')
  expect(JSON.stringify(report)).not.toContain(base64('\0ana\0s3cret'))
})
