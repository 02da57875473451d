import { expect, it } from 'vitest'
import { isOwnHost, isOwnOrigin } from '../../../electron/web/same-origin.ts'

it.each([
  ['127.0.0.1:8025', true],
  ['localhost:8025', true],
  ['[::1]:8025', true],
  ['127.0.0.1', true],
  ['evil.example', false],
  ['evil.example:8025', false],
  ['127.0.0.1.evil.example:8025', false],
  ['localhost.evil.example', false],
  ['127.0.0.1:8025@evil.example', false],
  ['192.168.1.5:8025', false],
  ['', false],
  [undefined, false],
])('the host %j is own: %j', (host, isOwn) => {
  expect(isOwnHost({ host })).toBe(isOwn)
})

it.each([
  ['http://127.0.0.1:8025', true],
  ['http://127.0.0.1:9000', false],
  ['http://localhost:8025', false],
  ['https://127.0.0.1:8025', false],
  ['null', false],
  ['https://evil.example', false],
  [undefined, false],
])('the origin %j is own: %j', (origin, isOwn) => {
  expect(isOwnOrigin({ host: '127.0.0.1:8025', ...(origin !== undefined && { origin }) })).toBe(isOwn)
})
