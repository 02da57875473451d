import { expect, it, test } from 'vitest'
import { createMechanism } from '../../../../electron/engine/smtp/sasl/index.ts'
import { SmtpError } from '../../../../electron/engine/smtp-error.ts'
import type { Mechanism } from '../../../../shared/values/profile.ts'

const credentials = { user: 'tim', secret: 'tanstaaftanstaaf' }

/** The whole exchange: initial response, then the answer to each challenge. */
function run(name: Mechanism, challenges: readonly string[], who = credentials) {
  const mechanism = createMechanism(name, who)
  const answers = challenges.map((challenge, index) => {
    const step = mechanism.answer(Buffer.from(challenge), index)
    if (step.kind === 'unexpected') return step.reason
    return [step.response.octets.toString(), step.response.shown, step.note]
  })
  return [mechanism.initial && [mechanism.initial.octets.toString(), mechanism.initial.shown], ...answers]
}

it('PLAIN sends all at once, also when it is asked for it (RFC 4616)', () => {
  const response = ['\0tim\0tanstaaftanstaaf', '[tim, password hidden]']
  expect(run('PLAIN', ['', ''])).toEqual([
    response,
    [...response, null],
    'PLAIN has a single response, but the server asked for more',
  ])
})

it('LOGIN answers user and password whatever the words', () => {
  expect(run('LOGIN', ['Benutzer?', '', 'Again:'])).toEqual([
    null,
    ['tim', '[user: tim]', null],
    ['tanstaaftanstaaf', '[password hidden]', null],
    'LOGIN asks twice, but the server asked a third time',
  ])
})

it('CRAM-MD5 signs the challenge (the example of RFC 2195 §2)', () => {
  expect(run('CRAM-MD5', ['<1896.697170952@postoffice.reston.mci.net>', 'again'])).toEqual([
    null,
    ['tim b913a602c7eda7a495b4e6e7334d3890', '[tim, digest hidden]', null],
    'CRAM-MD5 has one challenge, but the server sent another',
  ])
  expect(run('CRAM-MD5', [''])).toEqual([null, 'the challenge is empty, so there is nothing to sign'])
})

it('XOAUTH2 reads the reason of a refusal and answers it with nothing', () => {
  expect(run('XOAUTH2', ['{"status":"401","schemes":"Bearer"}', 'more', 'more'])).toEqual([
    ['user=tim\x01auth=Bearer tanstaaftanstaaf\x01\x01', '[tim, token hidden]'],
    ['', '', 'XOAUTH2 was refused: status 401, schemes Bearer'],
    ['', '', 'XOAUTH2 was refused: more'],
    'XOAUTH2 has no further challenge',
  ])
})

test.each(['PLAIN', 'LOGIN', 'CRAM-MD5', 'XOAUTH2'] as const)('%s refuses controls in user and secret', (name) => {
  for (const control of ['\0', '\x01', '\r', '\n', '\x7f']) {
    expect(() => createMechanism(name, { ...credentials, user: `t${control}im` })).toThrow(SmtpError)
    expect(() => createMechanism(name, { ...credentials, secret: `t${control}` })).toThrow(SmtpError)
  }
})
