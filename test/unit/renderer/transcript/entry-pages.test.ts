import { expect, test } from 'vitest'
import { createEntryPages } from '../../../../renderer/transcript/entry-pages.ts'
import { manyEntries } from './entries.ts'

test('appended entries are found by their index', () => {
  const pages = createEntryPages()
  pages.append('a', manyEntries(700))
  pages.append('a', manyEntries(700, 700))
  expect([0, 699, 700, 1399, 1400].map((index) => pages.at('a', index)?.index)).toEqual([0, 699, 700, 1399, undefined])
})

test('the page that was not read for longest is given up first, and can come back', () => {
  const pages = createEntryPages(3000)
  pages.append('a', manyEntries(3000))
  pages.at('a', 0)
  pages.append('a', manyEntries(1000, 3000))
  expect([0, 1, 2, 3].map((page) => pages.page('a', page)?.length)).toEqual([1000, undefined, 1000, 1000])
  pages.put('a', 1, manyEntries(1000, 1000))
  expect([pages.at('a', 1234)?.index, pages.size()]).toEqual([1234, 3000])
})

test('memory stays bounded over many entries, and the page that still grows is never given up', () => {
  const pages = createEntryPages(5000)
  for (let from = 0; from < 50_000; from += 500) pages.append('long', manyEntries(500, from))
  pages.append('short', manyEntries(10))
  for (let from = 50_000; from < 60_000; from += 500) pages.append('long', manyEntries(500, from))
  expect([pages.size() <= 5000, pages.at('short', 9)?.index]).toEqual([true, 9])
})

test('a closed session leaves nothing', () => {
  const pages = createEntryPages()
  pages.append('a', manyEntries(10))
  pages.append('ab', manyEntries(10))
  pages.drop('a')
  expect([pages.at('a', 0), pages.at('ab', 0)?.index]).toEqual([undefined, 0])
})
