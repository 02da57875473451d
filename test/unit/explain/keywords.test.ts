import { expect, test } from 'vitest'
import { explainEnhancedCode } from '#shared/explain/enhanced-codes.ts'
import { explainKeyword, isKnownKeyword } from '#shared/explain/keywords.ts'
import { explainMechanism } from '#shared/explain/mechanisms.ts'
import { formatOctets } from '#shared/explain/octets.ts'
import { explainPort } from '#shared/explain/ports.ts'
import { explainReplyCode } from '#shared/explain/reply-codes.ts'

const keyword = (line: string) => {
  const [keyword = '', ...parameters] = line.split(' ')
  return explainKeyword({ keyword, parameters })
}

test('the parameters of a keyword are explained', () => {
  expect(
    ['SIZE 10485760', 'SIZE 0', 'size', 'AUTH PLAIN CRAM-MD5', 'AUTH=LOGIN', 'LIMITS RCPTMAX=100 X=1'].map(
      (line) => keyword(line).text.en,
    ),
  ).toEqual([
    'The server tells how large a mail may be. Here at most 10.5 MB.',
    'The server tells how large a mail may be. It names no limit.',
    'The server tells how large a mail may be. It names no limit.',
    'Clients can log in. Ways to log in: PLAIN (only inside TLS); CRAM-MD5 (weak).',
    'Clients can log in. Ways to log in: LOGIN (only inside TLS).',
    'The server states how much one session may send. At most 100 recipients a mail.',
  ])
})

test('unknown and private keywords are told apart and never dropped', () => {
  expect([
    keyword('XFOO').title.en,
    keyword('263.net').title.en,
    isKnownKeyword('pipelining'),
    isKnownKeyword('FOO'),
  ]).toEqual(['A private extension', 'An unknown keyword', true, false])
})

test('mechanisms have a verdict, also the unknown ones', () => {
  expect(['plain', 'SCRAM-SHA-256', 'NTLM', 'FOO'].map((name) => explainMechanism(name).verdict)).toEqual([
    'only-inside-tls',
    'safe',
    'weak',
    'unknown',
  ])
})

test('a reply code says what it means to the command it answers', () => {
  expect([
    explainReplyCode(250).text.en,
    explainReplyCode(250, 'DOT').text.en,
    explainReplyCode(299).title.en,
    explainReplyCode(700).title.en,
  ]).toEqual([
    'The command was carried out.',
    'The server has taken the mail: from here on it is responsible for it. The text often holds its queue number.',
    'Done',
    'No reply code of SMTP',
  ])
})

test('enhanced codes have class, subject and detail, registered or not', () => {
  expect(['5.1.1', '4.7.99', '3.1.1', 'hello'].map((code) => explainEnhancedCode(code)?.text.en ?? null)).toEqual([
    'The address: there is no such mailbox. For good: the same mail will not pass.',
    'Security and policy: a detail that is not registered. For now: a later attempt may pass.',
    null,
    null,
  ])
})

test('every port has a reason for its security', () => {
  expect([25, 465, 587, 2525, 8025].map((port) => explainPort(port).title.en)).toEqual([
    'Between mail servers',
    'Sending, encrypted from the start',
    'Sending, encrypted by STARTTLS',
    'Sending, where 587 is blocked',
    'Another port',
  ])
})

test('sizes are shown as people read them', () => {
  expect([
    formatOctets(999, 'en'),
    formatOctets(1500, 'en'),
    formatOctets('52428800', 'es'),
    formatOctets('lots', 'en'),
  ]).toEqual(['999 bytes', '1.5 kB', '52,4 MB', 'lots'])
})
