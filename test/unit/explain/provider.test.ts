import { expect, test } from 'vitest'
import { explainEntry } from '#shared/explain/entry.ts'
import { explainFailure } from '#shared/explain/failures.ts'
import { fixFor } from '#shared/explain/fixes.ts'
import { providerOf, type ReplyPlace } from '#shared/explain/provider.ts'
import type { Failure } from '#shared/values/failure.ts'
import { entriesOf } from '../../fakes/entries.ts'

const seen: readonly (readonly [text: string, place: ReplyPlace, provider: string | null])[] = [
  ['No', {}, null],
  ['No', { host: 'smtp.gmail.com' }, 'gmail'],
  ['No', { host: 'ASPMX.L.Google.com.' }, 'gmail'],
  ['No', { host: 'a-example.mail.protection.outlook.com' }, 'microsoft'],
  ['No', { host: 'smtp.office365.com' }, 'microsoft'],
  ['No', { host: 'mta7.am0.yahoodns.net' }, 'yahoo'],
  ['No', { host: 'smtp.aol.com' }, 'yahoo'],
  ['No', { host: 'mx01.mail.icloud.com' }, 'icloud'],
  ['No', { host: 'smtp.mail.me.com' }, 'icloud'],
  ['No', { host: 'notgmail.com' }, null],
  ['No', { host: 'smtp.gmail.com.evil.example' }, null],
  ['No', { host: 'mx.example', greeting: 'mx.google.com ESMTP x-y.1 - gsmtp' }, 'gmail'],
  ['No', { host: 'mx.example', greeting: 'X.example Microsoft ESMTP MAIL Service ready' }, 'microsoft'],
  ['No', { host: 'mx.example', greeting: 'mta.yahoo.com ESMTP ready' }, 'yahoo'],
  ['No', { host: 'mx.example', greeting: 'mx.example ESMTP Postfix' }, 'postfix'],
  ['No', { host: 'mx.example', greeting: 'mx.example ESMTP Exim 4.96' }, 'exim'],
  ['No', { host: 'mx.example', greeting: 'mx.example ESMTP OpenSMTPD' }, 'opensmtpd'],
  ['No', { host: 'mx.example', greeting: 'Dovecot (Debian) ready.' }, 'dovecot'],
  ['No. x-y.1 - gsmtp', {}, 'gmail'],
  ['Access denied [AM0.eurprd.prod.outlook.com]', {}, 'microsoft'],
  ['[TSS04] deferred', {}, 'yahoo'],
  ['[CS01] Message rejected', {}, 'icloud'],
]
test.each(seen)('“%s” from %o is of %s', (text, place, provider) => {
  expect(providerOf(text, place)).toBe(provider)
})

test('the words of a next server, handed on, count more than the host that hands them on', () => {
  expect(providerOf('host said: 550-5.7.26 blocked. x-y.1 - gsmtp', { host: 'smtp.office365.com' })).toBe('gmail')
})

test('the address of a recipient tells nothing of the server', () => {
  const texts = [
    '<a@outlook.com>: Relay access denied',
    '<a@gmail.com>: unknown',
    '<a@yahoo.com>: no',
    '<a@icloud.com>',
  ]
  expect(texts.map((text) => providerOf(text, { host: 'mx.example' }))).toEqual([null, null, null, null])
})

const refusedLogin = (host: string): Failure => ({
  kind: 'login-refused',
  stage: 'auth',
  message: '',
  reply: { code: 535, enhanced: '5.7.8', text: 'Error: authentication failed' },
  fault: 'ours',
  advice: '',
  facts: { host },
})

test('a failure is explained and mended by the provider of its host', () => {
  const hosts = ['smtp.gmail.com', 'smtp.mail.yahoo.com', 'smtp.mail.me.com', 'mx.example']
  const told = hosts.map((host) => explainFailure(refusedLogin(host), 'en').title)
  const fixes = hosts.map(
    (host) => fixFor(refusedLogin(host), { route: 'relay', port: 587, security: 'starttls' })?.kind,
  )
  expect([told, fixes]).toEqual([
    [
      'Google does not take this password',
      'Yahoo and AOL want an app password',
      'Apple wants an app-specific password',
      'User or password is wrong',
    ],
    ['edit-password', 'edit-password', 'edit-password', 'edit-password'],
  ])
})

const lastOf = (greeting: string, host?: string) => {
  const entries = entriesOf(`
* connect Connected.
S: 220 ${greeting}
C: MAIL FROM:<a@a.example>
S: 550 5.7.30 No
`).map((one) => (one.kind === 'connect' && host ? { ...one, facts: { host } } : { ...one, stage: 'mail' as const }))
  const [last] = entries.slice(-1)
  return last && explainEntry(last, entries.slice(0, -1))?.text.en.replace(/^.*Likely: ([^.]*)\..*$/, '$1')
}

test('a line of the log is read by the host of its connection, and by its greeting', () => {
  expect([
    lastOf('mx.example ESMTP'),
    lastOf('mx.example ESMTP', 'aspmx.l.google.com'),
    lastOf('mx.example Microsoft ESMTP MAIL Service ready'),
  ]).toEqual([
    'The next server cannot keep the mail encrypted',
    'DKIM does not pass at Google',
    'Microsoft takes no passwords here any more',
  ])
})
