import { expect, it, test } from 'vitest'
import { auth, authResponse, ehlo, helo, mailFrom, rcptTo, vrfy } from '../../../../electron/engine/smtp/command.ts'
import { SmtpError } from '../../../../electron/engine/smtp-error.ts'

test.each([
  [ehlo('[127.0.0.1]').wire, 'EHLO [127.0.0.1]'],
  [helo('client.example').wire, 'HELO client.example'],
  [mailFrom('').wire, 'MAIL FROM:<>'],
  [mailFrom('ana@example.org', ['SIZE=12', 'SMTPUTF8']).wire, 'MAIL FROM:<ana@example.org> SIZE=12 SMTPUTF8'],
  [rcptTo('"a> b"@example.org').wire, 'RCPT TO:<"a> b"@example.org>'],
  [vrfy('ana').wire, 'VRFY ana'],
  [auth('LOGIN', null, null).wire, 'AUTH LOGIN'],
  [auth('EXTERNAL', '', null).wire, 'AUTH EXTERNAL ='],
])('%s', (wire, expected) => {
  expect(wire).toBe(expected)
})

it('shows no secret', () => {
  expect(auth('PLAIN', 'AGFuYQBzM2NyZXQ=', '[ana, password hidden]').shown).toBe('AUTH PLAIN [ana, password hidden]')
  expect(authResponse('czNjcmV0', '[password hidden]').shown).toBe('[password hidden]')
})

const builders = { ehlo, helo, mailFrom, rcptTo, vrfy, auth: (text: string) => auth(text, null, null) }
const parameters = {
  mailParameter: (text: string) => mailFrom('a@example.org', [text]),
  rcptParameter: (text: string) => rcptTo('a@example.org', [text]),
  initialResponse: (text: string) => auth('PLAIN', text, ''),
  response: (text: string) => authResponse(text, ''),
}
const controls = ['\r\n', '\r', '\n', '\0', '\t', '\x7f', '\x85', '\u2028']

test.each(Object.entries({ ...builders, ...parameters }))('%s refuses every control character', (_name, build) => {
  for (const control of controls) expect(() => build(`a${control}RCPT`), JSON.stringify(control)).toThrow(SmtpError)
})

test.each(['a>b@example.org', '<a@example.org', 'a@example.org> SIZE=1'])('a path cannot be left by %s', (address) => {
  expect(() => mailFrom(address)).toThrow(SmtpError)
  expect(() => rcptTo(address)).toThrow(SmtpError)
})

test.each(['', ' ', 'a b'])('EHLO cannot say %j', (name) => {
  expect(() => ehlo(name)).toThrow(SmtpError)
})
