// Mechanisms of one or two steps.
import { expect, it, test } from 'vitest'
import { createMechanism } from '../../../../../electron/engine/smtp/sasl/index.ts'
import { SmtpError } from '../../../../../electron/engine/smtp-error.ts'
import { mechanisms } from '../../../../../shared/values/mechanisms.ts'
import { loginContext, runLogin } from '../../../../fakes/login.ts'

it('PLAIN sends all at once, also when it is asked for it (RFC 4616)', async () => {
  const response = ['\0tim\0tanstaaftanstaaf', '[tim, password hidden]']
  expect(await runLogin('PLAIN', ['', ''])).toEqual({
    initial: response,
    answers: [[...response, null], 'PLAIN has a single response, but the server asked for more'],
    doubt: null,
  })
})

it('LOGIN answers user and password whatever the words', async () => {
  expect(await runLogin('LOGIN', ['Benutzer?', '', 'Again:'])).toEqual({
    initial: null,
    answers: [
      ['tim', '[user: tim]', null],
      ['tanstaaftanstaaf', '[password hidden]', null],
      'LOGIN asks twice, but the server asked a third time',
    ],
    doubt: null,
  })
})

it('CRAM-MD5 signs the challenge (the example of RFC 2195 §2)', async () => {
  expect(await runLogin('CRAM-MD5', ['<1896.697170952@postoffice.reston.mci.net>', 'again'])).toEqual({
    initial: null,
    answers: [
      ['tim b913a602c7eda7a495b4e6e7334d3890', '[tim, digest hidden]', null],
      'CRAM-MD5 has one challenge, but the server sent another',
    ],
    doubt: null,
  })
  expect((await runLogin('CRAM-MD5', [''])).answers).toEqual(['the challenge is empty, so there is nothing to sign'])
})

it('EXTERNAL says whom it acts for, or leaves that to the certificate (RFC 4422)', async () => {
  expect(await runLogin('EXTERNAL', ['', ''], { secret: '' })).toEqual({
    initial: ['tim', '[user: tim]'],
    answers: [['tim', '[user: tim]', null], 'EXTERNAL has a single response, but the server asked for more'],
    doubt: null,
  })
  expect((await runLogin('EXTERNAL', [], { user: '', secret: '' })).initial).toEqual(['', '='])
})

it('ANONYMOUS leaves a trace (RFC 4505 §2)', async () => {
  expect(await runLogin('ANONYMOUS', ['', ''], { user: 'sirhc', secret: '' })).toEqual({
    initial: ['sirhc', '[trace: sirhc]'],
    answers: [['sirhc', '[trace: sirhc]', null], 'ANONYMOUS has a single response, but the server asked for more'],
    doubt: null,
  })
})

test.each(mechanisms)('%s refuses controls in user and secret', async (name) => {
  for (const control of ['\0', '\x01', '\r', '\n', '\x7f']) {
    await expect(createMechanism(name, loginContext({ user: `t${control}im` }))).rejects.toThrow(SmtpError)
    await expect(createMechanism(name, loginContext({ secret: `t${control}` }))).rejects.toThrow(SmtpError)
  }
})
