// Logins, right and wrong ones: a server spoiled in one way each.
import type { Faults, Line } from '../../../fakes/faulty-server.ts'
import { identity } from '../../loopback/test-server.ts'
import type { FaultCase } from './fault-case.ts'

const offers = (isTls: boolean) => (isTls ? ['AUTH PLAIN SCRAM-SHA-256 XOAUTH2'] : ['STARTTLS'])
export const base64 = (text: string) => Buffer.from(text).toString('base64')
const decoded = (text: string) => Buffer.from(text, 'base64').toString()

/** ana has the password s3cret; nobody else is known, and nobody is told. */
const sound = ({ text, before }: Line) => {
  const last = before.at(-2) ?? ''
  const [, plain] = /^AUTH PLAIN (\S+)$/.exec(text) ?? []
  const loggedIn = before.slice(0, -1).some((line) => line === `AUTH PLAIN ${base64('\0ana\0s3cret')}`)
  if (/^AUTH/.test(text) && (loggedIn || /^MAIL/.test(last))) return '503 5.5.1 Not now'
  if (plain !== undefined) return decoded(plain) === '\0ana\0s3cret' ? '235 2.7.0 Welcome' : '535 5.7.8 No'
  const [, first] = /^AUTH SCRAM-SHA-256 (\S+)$/.exec(text) ?? []
  if (first !== undefined) return `334 ${base64(`r=${nonceOf(first)}more,s=${base64('salt')},i=4096`)}`
  if (/^AUTH XOAUTH2/.test(text)) return `334 ${base64('{"status":"401"}')}`
  if (/^AUTH XOAUTH2/.test(last)) return '535 5.7.8 No'
  if (/^AUTH SCRAM/.test(last) && text === '*') return '501 5.7.0 Given up'
  return /^MAIL FROM:<somebody/.test(text) ? '553 5.7.1 Not yours' : undefined
}
const nonceOf = (first: string) => decoded(first).replace(/^.*,r=/, '')
export const soundLogins: Faults = { identity, offers, answer: sound }
const but = (pattern: RegExp, answer: string | null): Faults => ({
  ...soundLogins,
  answer: (line) => (pattern.test(line.text) ? answer : sound(line)),
})
const plainOnly = (faults: Faults): Faults => ({
  ...faults,
  offers: (isTls) => (isTls ? ['AUTH PLAIN'] : ['STARTTLS']),
})
const inMail = (answer: string): Faults => ({
  ...soundLogins,
  answer: (line) => (line.text === 'AUTH PLAIN' && line.before.at(-2) === 'MAIL FROM:<>' ? answer : sound(line)),
})
/** What it says to the proof of the person. */
const proving = (answer: string): Faults => ({
  ...soundLogins,
  answer: (line) => (/^AUTH SCRAM/.test(line.before.at(-2) ?? '') && line.text !== '*' ? answer : sound(line)),
})
const known = new RegExp(`^AUTH PLAIN ${base64('\0ana\0').slice(0, 5)}`)

const isSilent = { isSilent: true } as const

export const loginCases: readonly FaultCase[] = [
  ['AUT-06', 'refuses it', soundLogins, 'pass'],
  ['AUT-06', 'lets everybody in', but(/^AUTH PLAIN/, '235 2.7.0 Welcome'), 'fail'],
  ['AUT-06', 'uses another code', but(/^AUTH PLAIN/, '550 5.7.1 No'), 'warn'],
  [
    'AUT-06',
    'hangs up behind it',
    { ...soundLogins, answer: (line) => (line.text === 'NOOP' ? 'hang up' : sound(line)) },
    'warn',
  ],
  ['AUT-07', 'answers alike', soundLogins, 'pass'],
  ['AUT-07', 'tells them apart', but(known, '535 5.7.8 Wrong password'), 'fail'],
  ['AUT-08', 'bears it', soundLogins, 'pass'],
  ['AUT-08', 'wants us to wait', but(/^AUTH PLAIN/, '454 4.7.0 Too many login attempts'), 'info'],
  ['AUT-09', 'refuses it', plainOnly(soundLogins), 'pass'],
  ['AUT-09', 'takes it', plainOnly(but(/^AUTH PLAIN$/, '334 ')), 'fail'],
  ['AUT-09', 'takes it within a mail', plainOnly(inMail('334 ')), 'fail'],
  ['AUT-09', 'refuses it within a mail by another code', plainOnly(inMail('501 5.5.4 What?')), 'warn'],
  ['AUT-12', 'refuses it', plainOnly(soundLogins), 'pass'],
  ['AUT-12', 'takes it', plainOnly(but(/^MAIL FROM:<somebody/, '250 2.1.0 OK')), 'warn'],
  ['AUT-12', 'does not know us', plainOnly(but(/^AUTH PLAIN \S/, '535 5.7.8 No')), 'indeterminate'],
  ['AUT-13', 'does', soundLogins, 'pass'],
  ['AUT-13', 'hashes seldom', { ...soundLogins, answer: scramOf((nonce) => `r=${nonce}more,s=c2FsdA==,i=10`) }, 'warn'],
  [
    'AUT-13',
    'begins with a nonce of its own',
    { ...soundLogins, answer: scramOf(() => 'r=mine,s=c2FsdA==,i=4096') },
    'fail',
  ],
  ['AUT-13', 'lets in without a proof of its own', proving('235 2.7.0 Welcome'), 'fail'],
  ['AUT-13', 'proves something else', proving(`334 ${base64('v=bm90aGluZw==')}`), 'fail'],
  ['AUT-14', 'offers none', soundLogins, undefined],
  [
    'AUT-14',
    'cannot keep its offer',
    {
      ...but(/^AUTH SCRAM-SHA-256-PLUS/, '535 5.7.8 No'),
      offers: (isTls) => (isTls ? ['AUTH PLAIN SCRAM-SHA-256-PLUS'] : ['STARTTLS']),
    },
    'warn',
  ],
  ['AUT-15', 'says why', soundLogins, 'pass'],
  ['AUT-15', 'does not say why', but(/^AUTH XOAUTH2/, '535 5.7.8 No'), 'warn'],
  ['AUT-15', 'never ends', but(/^$/, null), 'fail', isSilent],
]

function scramOf(first: (nonce: string) => string) {
  return (line: Line) => {
    const [, initial] = /^AUTH SCRAM-SHA-256 (\S+)$/.exec(line.text) ?? []
    return initial === undefined ? sound(line) : `334 ${base64(first(nonceOf(initial)))}`
  }
}
