// What HTML loses on its way through the rich text editor, which knows only the parts that its toolbar has.
import { elementsOf, type HtmlNode } from './html-tree.ts'

/** Names of elements and attributes that are there before and not after, each once, in their order. */
export function lostFormatting(before: readonly HtmlNode[], after: readonly HtmlNode[]): string[] {
  const kept = new Set(featuresOf(after))
  return [...new Set(featuresOf(before))].filter((feature) => !kept.has(feature))
}

/** Whether there is anything but paragraphs and breaks. */
export function isFormatted(nodes: readonly HtmlNode[]): boolean {
  return featuresOf(nodes).some((feature) => feature !== '<p>' && feature !== '<br>')
}

function featuresOf(nodes: readonly HtmlNode[]): string[] {
  return [...elementsOf(nodes)].flatMap(({ tag, attributes }) => {
    const name = alike[tag] ?? tag
    const shown = Object.keys(attributes).filter((attribute) => visible.has(attribute))
    return [...(transparent.has(tag) ? [] : [`<${name}>`]), ...shown]
  })
}

const alike: Record<string, string> = { b: 'strong', i: 'em', div: 'p', del: 's', strike: 's' }
/** They show nothing by themselves. */
const transparent = new Set(['span', 'tbody', 'thead'])
const visible = new Set([
  'style',
  'class',
  'color',
  'bgcolor',
  'align',
  'width',
  'height',
  'background',
  'face',
  'size',
])
