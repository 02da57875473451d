import { expect, test } from 'vitest'
import { readHead } from '../../../../electron/engine/mail/index.ts'

const heads: readonly [name: string, lines: readonly string[], from: string, subject: string][] = [
  ['plain', ['From: Ana <ana@example.org>', 'Subject: Lunch'], 'Ana <ana@example.org>', 'Lunch'],
  ['an address alone', ['from:ana@example.org', 'SUBJECT:Lunch'], 'ana@example.org', 'Lunch'],
  [
    'encoded words',
    ['From: =?utf-8?Q?Jos=C3=A9?= <j@example.org>', 'Subject: =?utf-8?B?wr8/?='],
    'José <j@example.org>',
    '¿?',
  ],
  ['UTF-8 as it is', ['From: José <j@example.org>', 'Subject: ¿Mañana?'], 'José <j@example.org>', '¿Mañana?'],
  [
    'folded lines',
    ['Subject: one', ' two', '\tthree', 'From:', ' ana@example.org'],
    'ana@example.org',
    'one two\tthree',
  ],
  ['a header that is missing', ['To: luis@example.net'], '', ''],
  ['the first of two', ['Subject: one', 'Subject: two'], '', 'one'],
  ['a sender that is no address', ['From: nobody in particular'], 'nobody in particular', ''],
  ['nothing of the body', ['X-Other: 1', '', 'Subject: of the body'], '', ''],
  ['no header at all', ['', 'Subject: of the body'], '', ''],
]

test.for(heads)('of a mail’s header is read: %s', async ([, lines, from, subject]) => {
  for (const ending of ['\r\n', '\n']) {
    const octets = Buffer.from(`${lines.join(ending)}${ending}${ending}text${ending}`)
    expect(await readHead(octets)).toEqual({ from, subject })
  }
})
