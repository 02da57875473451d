import { expect, test } from 'vitest'
import { formatRoute, parseRoute } from '../../../../renderer/frame/route-path.ts'

test.each([
  ['', 'compose', null, {}, false],
  ['#/servers/abc', 'servers', 'abc', {}, false],
  ['#/nowhere', 'compose', null, {}, false],
  ['#/compose/a%2Fb?window=own', 'compose', 'a/b', { window: 'own' }, true],
  ['#/diagnose?profile=p1', 'diagnose', null, { profile: 'p1' }, false],
] as const)('%s', (hash, screen, id, query, isOwnWindow) => {
  expect(parseRoute(hash)).toEqual({ screen, id, query, isOwnWindow })
})

test('what is formatted is parsed back', () => {
  const hash = formatRoute('compose', 'a/ñ', { window: 'own' })
  expect(parseRoute(hash)).toEqual({ screen: 'compose', id: 'a/ñ', query: { window: 'own' }, isOwnWindow: true })
})
