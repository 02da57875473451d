import { expect, test } from 'vitest'
import { extensionKeywords } from '#shared/values/wire-defaults.ts'
import { groupOf, groupSwitches, placeOf } from '../../../../renderer/wire/places.ts'

test('every extension has its switch in one group', () => {
  const shown = Object.values(groupSwitches).flat()
  expect(shown.toSorted()).toEqual(extensionKeywords.toSorted())
})

test.each([
  [{ field: 'BDAT' }, 'chunkSize', 'transfer'],
  [{ field: 'FUTURERELEASE' }, 'hold', 'delivery'],
  [{ keyword: 'FUTURERELEASE' }, 'switch-FUTURERELEASE', 'delivery'],
  [{ keyword: 'XCLIENT' }, 'switch-XCLIENT', 'origin'],
  [{ field: 'rawLines' }, 'rawLines', 'byHand'],
] as const)('a failure that names %j leads to %s in %s', (target, place, group) => {
  expect([placeOf(target), groupOf(place)]).toEqual([place, group])
})
