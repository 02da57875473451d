import { expect, it } from 'vitest'
import { composeRoute, isOutsideLink, isOwnAddress } from '../../../electron/shell/addresses.ts'

it.each([
  ['heloise://app', true],
  ['heloise://app/index.html#/servers', true],
  ['heloise://application/', false],
  ['heloise://app.evil.example/', false],
  ['heloise://other/', false],
  ['https://app/', false],
  ['file:///etc/passwd', false],
])('%s is own: %j', (address, isOwn) => {
  expect(isOwnAddress(address)).toBe(isOwn)
})

it.each([
  ['heloise://app/index.html#/compose/7?window=own', '/compose/7?window=own'],
  ['heloise://app/#/compose', '/compose'],
  ['heloise://app/index.html#/composer', null],
  ['heloise://app/index.html#/settings', null],
  ['heloise://app/index.html', null],
  ['https://app/index.html#/compose/7', null],
])('%s opens the compose window %j', (address, route) => {
  expect(composeRoute(address)).toBe(route)
})

it.each([
  ['https://www.rfc-editor.org/rfc/rfc5321#section-3.2', true],
  ['http://b.example/', true],
  ['mailto:a@b.example', true],
  ['file:///etc/passwd', false],
  ['javascript:alert(1)', false],
  ['smb://b.example/share', false],
  ['ms-msdt:/id', false],
  ['no address', false],
])('%s goes outside: %j', (address, isOutside) => {
  expect(isOutsideLink(address)).toBe(isOutside)
})
