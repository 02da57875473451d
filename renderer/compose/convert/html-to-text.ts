// Rich text as plain text: paragraphs, lists, quotes and links in the way people write them by hand.
import type { HtmlElement, HtmlNode } from './html-tree.ts'

export function htmlToText(nodes: readonly HtmlNode[]): string {
  return join(blocksOf(nodes)).replace(/[ \t]+$/gm, '')
}

/** `isLoose`: set apart by an empty line, as paragraphs are. */
type Block = { readonly text: string; readonly isLoose: boolean }

const unseen = new Set(['script', 'style', 'head', 'title', 'template'])
const boxes = new Set(
  'address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)
const loose = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'blockquote', 'pre', 'table', 'hr', 'dl'])

function blocksOf(nodes: readonly HtmlNode[]): Block[] {
  const blocks: Block[] = []
  let line: HtmlNode[] = []
  const endLine = () => {
    const text = inlineText(line)
    if (text !== '') blocks.push({ text, isLoose: false })
    line = []
  }
  for (const node of nodes) {
    if (typeof node === 'string' || !boxes.has(node.tag)) {
      line.push(node)
      continue
    }
    endLine()
    blocks.push({ text: boxText(node), isLoose: loose.has(node.tag) })
  }
  endLine()
  return blocks
}

const join = (blocks: readonly Block[]): string =>
  blocks.reduce((text, block, index) => {
    if (index === 0) return block.text
    const gap = block.isLoose || blocks[index - 1]?.isLoose ? '\n\n' : '\n'
    return text + gap + block.text
  }, '')

function boxText({ tag, children }: HtmlElement): string {
  switch (tag) {
    case 'hr':
      return '-----'
    case 'pre':
      return rawText(children)
    case 'blockquote':
      return join(blocksOf(children)).replace(/^/gm, '> ')
    case 'ul':
      return listText(children, () => '- ')
    case 'ol':
      return listText(children, (index) => `${index + 1}. `)
    case 'tr':
      return children.flatMap((cell) => (typeof cell === 'string' ? [] : [boxText(cell)])).join('\t')
    default:
      return join(blocksOf(children))
  }
}

function listText(children: readonly HtmlNode[], markOf: (index: number) => string): string {
  const items = children.filter((child) => typeof child !== 'string')
  return items
    .map((item, index) => {
      const mark = markOf(index)
      return mark + join(tight(blocksOf(item.children))).replace(/\n/g, `\n${' '.repeat(mark.length)}`)
    })
    .join('\n')
}

/** Inside an item a list follows its line without an empty one. */
const tight = (blocks: readonly Block[]) => blocks.map(({ text }) => ({ text, isLoose: false }))

/** White space runs together as on the screen; a break stays. */
function inlineText(nodes: readonly HtmlNode[]): string {
  const text = rawInline(nodes)
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/ ?\u0000 ?/g, '\n')
  return text.replace(/^ | $/g, '').replace(/\u00a0/g, ' ')
}

/** NUL, which HTML cannot hold, stands for a break until white space has run together. */
const rawInline = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : inlineElement(node))).join('')

function inlineElement({ tag, attributes, children }: HtmlElement): string {
  if (unseen.has(tag)) return ''
  if (tag === 'br') return '\u0000'
  if (tag === 'img') return attributes.alt ? `[${attributes.alt}]` : ''
  const text = rawInline(children)
  const href = attributes.href
  if (tag !== 'a' || !href || href.replace(/^mailto:/, '') === text) return text
  return `${text} <${href}>`
}

const rawText = (nodes: readonly HtmlNode[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : node.tag === 'br' ? '\n' : rawText(node.children))).join('')
