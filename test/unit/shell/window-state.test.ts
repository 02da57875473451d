import { describe, expect, it } from 'vitest'
import { parse, placement } from '../../../electron/shell/window-state.ts'

const laptop = { x: 0, y: 25, width: 1440, height: 875 }
const right = { x: 1440, y: 0, width: 1920, height: 1080 }
const kept = (x: number, y: number, width = 1000, height = 700) => ({
  bounds: { x, y, width, height },
  isMaximized: false,
})

describe('where the window opens', () => {
  it.each([
    ['at first, in its usual size', { bounds: null, isMaximized: false }, [laptop], { width: 1280, height: 860 }],
    ['where it was', kept(100, 100), [laptop], { x: 100, y: 100, width: 1000, height: 700 }],
    [
      'where it was on the second display',
      kept(1500, 60),
      [laptop, right],
      { x: 1500, y: 60, width: 1000, height: 700 },
    ],
    ['where the desktop likes, when that display is gone', kept(1500, 60), [laptop], { width: 1000, height: 700 }],
    ['no larger than its display', kept(0, 25, 3000, 2000), [laptop], { x: 0, y: 25, width: 1440, height: 875 }],
    ['no smaller than is usable', kept(0, 25, 200, 100), [laptop], { x: 0, y: 25, width: 900, height: 600 }],
    [
      'no larger than a very small display',
      kept(0, 0),
      [{ x: 0, y: 0, width: 800, height: 500 }],
      { x: 0, y: 0, width: 800, height: 500 },
    ],
    ['where its title bar can be grasped', kept(100, 15), [laptop], { x: 100, y: 25, width: 1000, height: 700 }],
    ['elsewhere when only an edge would show', kept(1400, 100), [laptop], { width: 1000, height: 700 }],
    ['elsewhere when it was far below', kept(100, 5000), [laptop], { width: 1000, height: 700 }],
    [
      'in its usual size where no display is known',
      { bounds: null, isMaximized: true },
      [],
      { width: 1280, height: 860 },
    ],
  ])('%s', (_, state, areas, place) => {
    expect(placement(state, areas)).toEqual(place)
  })
})

it.each([
  [
    { bounds: { x: 1, y: 2, width: 3, height: 4 }, isMaximized: true },
    { bounds: { x: 1, y: 2, width: 3, height: 4 }, isMaximized: true },
  ],
  [
    { bounds: { x: 'left' }, isMaximized: 'yes' },
    { bounds: null, isMaximized: false },
  ],
  [null, { bounds: null, isMaximized: false }],
  ['text', { bounds: null, isMaximized: false }],
])('reads %o as a state', (value, state) => {
  expect(parse(value)).toEqual(state)
})
