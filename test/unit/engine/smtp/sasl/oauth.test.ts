// XOAUTH2 and OAUTHBEARER: a token, and why it was refused.
import { expect, it, test } from 'vitest'
import { runLogin } from '../../../../fakes/login.ts'

const token = 'vF9dft4qmTc2Nvb3RlckBhbHRhdmlzdGEuY29tCg=='

it('OAUTHBEARER says who, where and with what (the example of RFC 7628 §4.1)', async () => {
  const context = { user: 'user@example.com', secret: token, host: 'server.example.com', port: 143 }
  const initial = [
    `n,a=user@example.com,\x01host=server.example.com\x01port=143\x01auth=Bearer ${token}\x01\x01`,
    '[n,a=user@example.com, server.example.com:143, token hidden]',
  ]
  const error = '{"status":"invalid_token","scope":"example_scope"}'
  expect(await runLogin('OAUTHBEARER', ['', error, error], context)).toEqual({
    initial,
    answers: [
      [...initial, null],
      [
        '\x01',
        'AQ==',
        'OAUTHBEARER was refused: status invalid_token (the token has expired, was withdrawn, or is not for this user), scope example_scope',
      ],
      'OAUTHBEARER has no further challenge',
    ],
    doubt: null,
  })
})

it('OAUTHBEARER quotes what would end the name (RFC 5801 §4), and may leave it out', async () => {
  expect((await runLogin('OAUTHBEARER', [], { user: 'a=b,c' })).initial?.[0]).toContain('n,a=a=3Db=2Cc,\x01')
  expect((await runLogin('OAUTHBEARER', [], { user: '' })).initial?.[0]).toMatch(/^n,,\x01host=/)
})

test.each([
  [
    '{"status":"401","schemes":"Bearer"}',
    'status 401 (the token has expired, was withdrawn, or is not for this user), schemes Bearer',
  ],
  ['{"status":"400","n":null}', 'status 400 (the token is not one this server can read), n null'],
  ['{"a":{"b":1}}', 'a [object Object]'],
  ['more', 'more'],
  ['"text"', '"text"'],
  ['{"status":', '{"status":'],
  ['tab\tand\r\nlines', 'tab and  lines'],
])('XOAUTH2 reads %j as the reason of a refusal, and answers it with nothing', async (error, reason) => {
  expect((await runLogin('XOAUTH2', [error])).answers).toEqual([['', '', `XOAUTH2 was refused: ${reason}`]])
})

it('XOAUTH2 ends after that', async () => {
  expect(await runLogin('XOAUTH2', ['{}', 'more', 'more'])).toEqual({
    initial: ['user=tim\x01auth=Bearer tanstaaftanstaaf\x01\x01', '[tim, token hidden]'],
    answers: [
      ['', '', 'XOAUTH2 was refused: '],
      ['', '', 'XOAUTH2 was refused: more'],
      'XOAUTH2 has no further challenge',
    ],
    doubt: null,
  })
})
