import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { explainFailure, failureTexts } from '#shared/explain/failures.ts'
import { type Failure, type FailureKind, failureKinds } from '#shared/values/failure.ts'
import { languages } from '#shared/values/settings.ts'
import { inSpanish } from '../../../shared/explain/spanish-phrases.ts'

const failure = (kind: FailureKind, given: Partial<Failure> = {}): Failure => ({
  kind,
  stage: 'connect',
  message: '',
  reply: null,
  fault: failureTexts[kind].fault,
  advice: '',
  facts: {},
  ...given,
})

test('a failure without any facts still makes readable sentences in both languages', () => {
  const bad = failureKinds.flatMap((kind) =>
    languages.flatMap((language) => {
      const { title, happened, advice, side, retry } = explainFailure(failure(kind), language)
      return [title, happened, advice, side, retry ?? '-'].filter(
        (text) => text === '' || /[{}]|undefined|^[a-záéíóú]|\. [a-z]/.test(text),
      )
    }),
  )
  expect(bad).toEqual([])
})

test('facts are put into the sentences', () => {
  const refused = failure('connection-refused', { facts: { host: 'mx.example', port: '587' } })
  expect([explainFailure(refused, 'en').happened, explainFailure(refused, 'es').happened]).toEqual([
    'mx.example can be reached, but refused the connection on port 587: no mail service runs there.',
    'Se llega a mx.example, pero rechazó la conexión en el puerto 587: ahí no hay ningún servicio de correo.',
  ])
})

test('an unknown fact is put in general words, capitalised and contracted as the language wants', () => {
  const { happened } = explainFailure(failure('connection-refused'), 'en')
  const { happened: ocurrido } = explainFailure(failure('connection-refused'), 'es')
  expect([happened, ocurrido]).toEqual([
    'The server can be reached, but refused the connection on the chosen port: no mail service runs there.',
    'Se llega al servidor, pero rechazó la conexión en el puerto elegido: ahí no hay ningún servicio de correo.',
  ])
})

test('a refused token is no wrong password, and says why in both languages', () => {
  const refused = failure('login-token-refused', {
    stage: 'auth',
    reply: { code: 535, enhanced: '5.7.8', text: 'Authentication failed' },
    facts: {
      host: 'mx.example',
      reason: 'status 401 (the token has expired, was withdrawn, or is not for this user), schemes Bearer',
    },
  })
  const told = languages
    .map((language) => explainFailure(refused, language))
    .map(({ title, happened }) => [title, happened])
  expect(told).toEqual([
    [
      'The access token is not accepted',
      'mx.example did not accept the token: status 401 (the token has expired, was withdrawn, or is not for this user), schemes Bearer.',
    ],
    [
      'El token de acceso no se acepta',
      'mx.example no aceptó el token: status 401 (el token ha caducado, se ha retirado o no es de este usuario), schemes Bearer.',
    ],
  ])
})

test('a placeholder inside a fact is text and nothing more', () => {
  const odd = failure('speaks-http', { facts: { host: '{port} $& {host}', port: '25' } })
  expect(explainFailure(odd, 'en').happened).toBe('{port} $& {host} speaks HTTP on port 25, not SMTP.')
})

test('fields of the input have names in both languages', () => {
  const bad = failure('profile-invalid', { stage: 'input', facts: { field: 'ehloName' } })
  expect(explainFailure(bad, 'en').happened).toContain('the EHLO name')
  expect(explainFailure(bad, 'es').happened).toContain('el nombre EHLO')
})

test('the words of the server refine title, advice, side and rule', () => {
  const refused = failure('recipients-refused', {
    stage: 'rcpt',
    facts: { host: 'mx.example', addresses: 'a@b.example' },
    reply: { code: 554, enhanced: '5.7.1', text: '<a@b.example>: Relay access denied' },
  })
  expect(explainFailure(refused, 'en')).toEqual({
    title: 'The server does not pass mail on for us',
    happened: 'mx.example took none of the recipients, so the mail itself was not sent: a@b.example.',
    advice: 'Log in, on 587 or 465. Without a login a server takes mail only for its own domains.',
    side: 'Your side: this computer, the profile or the mail',
    retry: 'Trying again helps only after a change',
    rfc: 'RFC 5321 §7.9',
  })
})

test('clauses of the engine follow the language; words from outside stay as they are', () => {
  const reasons = ['the server answered in plain text', 'no answer within 10 seconds', 'EPROTO']
  const texts = reasons.map(
    (reason) => explainFailure(failure('tls-handshake-failed', { facts: { host: 'h', reason } }), 'es').happened,
  )
  expect(texts).toEqual([
    'La negociación TLS con h falló: el servidor contestó sin cifrar.',
    'La negociación TLS con h falló: sin respuesta en 10 segundos.',
    'La negociación TLS con h falló: EPROTO.',
  ])
})

test('a moment is shown as its day', () => {
  const expired = failure('certificate-expired', { facts: { host: 'h', validTo: '2026-01-02T03:04:05.000Z' } })
  expect(explainFailure(expired, 'en').happened).toBe('The certificate of h was valid until 2026-01-02.')
})

test('every clause about a proxy or a local address is there in Spanish', () => {
  const files = ['net/socks-tunnel', 'net/http-tunnel', 'net/connect', 'net/dial-failures', 'delivery/check-connection']
  const sources = [
    ...files.map((name) => `../../../electron/engine/${name}.ts`),
    '../../../shared/values/connection-fault.ts',
  ].map((path) => readFileSync(new URL(path, import.meta.url), 'utf8'))
  const clauses = sources.flatMap((text) =>
    [
      ...text.matchAll(
        /['`]((?:it|its|the server|something|there|this computer|no way|a UNIX socket) [a-z][^'`]*)['`]/g,
      ),
    ].map(([, clause = '']) => clause.replaceAll(/\$\{[^}]*\}/g, '7')),
  )
  expect(clauses.length).toBeGreaterThan(25)
  expect(clauses.filter((clause) => inSpanish(clause) === clause)).toEqual([])
})
