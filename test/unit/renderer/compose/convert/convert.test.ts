import { describe, expect, test } from 'vitest'
import { htmlToText } from '../../../../../renderer/compose/convert/html-to-text.ts'
import type { HtmlNode } from '../../../../../renderer/compose/convert/html-tree.ts'
import { isFormatted, lostFormatting } from '../../../../../renderer/compose/convert/lost-formatting.ts'
import { textToHtml } from '../../../../../renderer/compose/convert/text-to-html.ts'

const el = (tag: string, ...children: HtmlNode[]): HtmlNode => ({ tag, attributes: {}, children })
const withAttributes = (tag: string, attributes: Record<string, string>, ...children: HtmlNode[]): HtmlNode => ({
  tag,
  attributes,
  children,
})

describe('rich text as plain text', () => {
  test.each<[string, HtmlNode[], string]>([
    ['paragraphs are parted by an empty line', [el('p', 'one'), el('p', 'two')], 'one\n\ntwo'],
    ['boxes follow line by line', [el('div', 'one'), el('div', 'two')], 'one\ntwo'],
    ['a break is a line end', [el('p', 'one', el('br'), 'two')], 'one\ntwo'],
    ['white space runs together', [el('p', ' one \n  ', el('b', 'two'), ' ')], 'one two'],
    ['lists have marks', [el('ul', el('li', el('p', 'a')), el('li', el('p', 'b')))], '- a\n- b'],
    [
      'numbered lists count, and lists in them are set in',
      [el('ol', el('li', el('p', 'a'), el('ul', el('li', 'x'))), el('li', 'b'))],
      '1. a\n   - x\n2. b',
    ],
    ['quotes are marked on every line', [el('blockquote', el('p', 'a'), el('p', 'b'))], '> a\n>\n> b'],
    ['code keeps its lines', [el('pre', el('code', 'a\n  b'))], 'a\n  b'],
    [
      'a link shows where it leads',
      [el('p', withAttributes('a', { href: 'https://x.test/' }, 'here'))],
      'here <https://x.test/>',
    ],
    ['unless it says so itself', [el('p', withAttributes('a', { href: 'mailto:a@x.test' }, 'a@x.test'))], 'a@x.test'],
    ['a picture shows its words', [el('p', withAttributes('img', { src: 'cid:1', alt: 'cat' }))], '[cat]'],
    ['scripts and styles say nothing', [el('style', 'p{}'), el('p', 'a', el('script', 'x()'))], 'a'],
    ['cells are parted by tabs', [el('table', el('tbody', el('tr', el('td', 'a'), el('td', 'b'))))], 'a\tb'],
  ])('%s', (_, tree, text) => expect(htmlToText(tree)).toBe(text))
})

test.each([
  ['', ''],
  ['one\n\ntwo\nthree', '<p>one</p><p>two<br>three</p>'],
  ['a < b & "c"', '<p>a &lt; b &amp; &quot;c&quot;</p>'],
  ['a\r\n\r\n\r\nb', '<p>a</p><p><br>b</p>'],
])('plain text %j becomes %j', (text, html) => expect(textToHtml(text)).toBe(html))

describe('what the editor does not keep', () => {
  const page = [el('table', el('tbody', el('tr', el('td', withAttributes('p', { style: 'color:red' }, 'a')))))]

  test('is named, each thing once', () => {
    expect(lostFormatting(page, [el('p', 'a')])).toEqual(['<table>', '<tr>', '<td>', 'style'])
  })

  test('is nothing where only the spelling differs', () => {
    expect(lostFormatting([el('div', el('b', 'a'), el('span', 'b'))], [el('p', el('strong', 'a'), 'b')])).toEqual([])
  })

  test.each<[HtmlNode[], boolean]>([
    [[el('p', 'a', el('br'), 'b')], false],
    [[el('p', el('strong', 'a'))], true],
  ])('formatting is seen', (tree, formatted) => expect(isFormatted(tree)).toBe(formatted))
})
