// What a line of a login says once its base64 is undone.
import { expect, test } from 'vitest'
import { saidInLogin } from '../../../shared/explain/said-in-login.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')

test.each([
  [`AUTH PLAIN ${base64('\0ana\0clave')}`, '\0ana\0clave'],
  [`auth  xoauth2 ${base64('user=ana')}`, 'user=ana'],
  [base64('contraseña'), 'contraseña'],
  [`334 ${base64('v=prueba')}`, 'v=prueba'],
  ['AUTH PLAIN =', null],
  ['AUTH LOGIN', null],
  ['334 ', null],
  ['*', null],
  ['535 5.7.8 No', null],
  ['', null],
  ['NOOP', null],
])('%j says %j', (line, said) => {
  expect(saidInLogin(line)).toBe(said)
})
