import { expect, it, test } from 'vitest'
import { type Circumstances, chooseMechanisms } from '../../../../electron/engine/smtp/mechanism-choice.ts'
import { bindingFor, channelBindings } from '../../../../electron/engine/smtp/sasl/index.ts'
import { mechanisms } from '../../../../shared/values/mechanisms.ts'

const login = { user: 'ana', mechanism: 'automatic', allowPlaintext: false } as const
const choose = (wish: Partial<Circumstances> = {}) => {
  const circumstances = { offered: mechanisms, isPrivate: true, canBind: true, hasClientCertificate: true, ...wish }
  const choice = chooseMechanisms(login, circumstances)
  return choice.kind === 'try' ? choice.mechanisms : choice.reason
}
const scram = ['SCRAM-SHA-256', 'SCRAM-SHA-1']
const bound = ['SCRAM-SHA-256-PLUS', 'SCRAM-SHA-1-PLUS']
const old = ['CRAM-MD5', 'DIGEST-MD5', 'NTLM']

test.each<[string, Partial<Circumstances>, readonly string[] | string]>([
  ['with all there is', {}, ['EXTERNAL', ...bound, ...scram, 'PLAIN', 'LOGIN', ...old]],
  ['without a client certificate', { hasClientCertificate: false }, [...bound, ...scram, 'PLAIN', 'LOGIN', ...old]],
  ['without TLS', { isPrivate: false, canBind: false, hasClientCertificate: false }, [...scram, ...old]],
  ['of what is offered alone', { offered: ['LOGIN', 'X-OWN', 'SCRAM-SHA-1'] }, ['SCRAM-SHA-1', 'LOGIN']],
  ['from nothing', { offered: [] }, 'not-offered'],
  ['from what takes a token', { offered: ['XOAUTH2', 'OAUTHBEARER', 'ANONYMOUS'] }, 'unavailable'],
  ['from what would tell', { offered: ['PLAIN', 'LOGIN'], isPrivate: false }, 'needs-tls'],
  ['from what needs a channel', { offered: bound, canBind: false }, 'needs-tls'],
])('%s the strongest comes first', (_, wish, expected) => {
  expect(choose(wish)).toEqual(expected)
})

it('takes what the person chose, and nothing else', () => {
  const circumstances = { offered: mechanisms, isPrivate: false, canBind: false, hasClientCertificate: false }
  const choices = mechanisms.map((mechanism) => [mechanism, chooseMechanisms({ ...login, mechanism }, circumstances)])
  const refused = [...bound, 'PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER']
  expect(choices).toEqual(
    mechanisms.map((mechanism) => [
      mechanism,
      refused.includes(mechanism) ? { kind: 'none', reason: 'needs-tls' } : { kind: 'try', mechanisms: [mechanism] },
    ]),
  )
})

const data = Buffer.from('channel')
test.each([
  [null, ['SCRAM-SHA-256'], false, { kind: 'none' }],
  [null, ['SCRAM-SHA-256'], true, { kind: 'not-offered' }],
  [null, ['SCRAM-SHA-256', 'SCRAM-SHA-1-PLUS'], true, { kind: 'none' }],
  [{ name: 'tls-exporter', data }, ['SCRAM-SHA-1-PLUS'], true, { kind: 'bound', name: 'tls-exporter', data }],
] as const)('with %o, %j offered and %s to bind, the flag is %o (RFC 5802 §6)', (chosen, offered, canBind, binding) => {
  expect(bindingFor(chosen, { offered, canBind })).toEqual(binding)
})

it('has no binding without TLS', () => {
  expect(channelBindings(null, () => data)).toEqual([])
})
