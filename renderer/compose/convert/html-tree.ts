// HTML as a small tree, so that what is done with it needs no browser.

export type HtmlElement = {
  readonly tag: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly HtmlNode[]
}
export type HtmlNode = string | HtmlElement

/** Parsed by the browser into a document of its own: nothing is loaded, no script runs. */
export function parseHtml(html: string): readonly HtmlNode[] {
  return treeOf(new DOMParser().parseFromString(html, 'text/html').body)
}

function treeOf(parent: Node): HtmlNode[] {
  return [...parent.childNodes].flatMap((node): HtmlNode[] => {
    if (node.nodeType === Node.TEXT_NODE) return [node.textContent ?? '']
    if (!(node instanceof Element)) return []
    const attributes = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]))
    return [{ tag: node.localName, attributes, children: treeOf(node) }]
  })
}

/** Every element of the tree, in its order. */
export function* elementsOf(nodes: readonly HtmlNode[]): Generator<HtmlElement> {
  for (const node of nodes) {
    if (typeof node === 'string') continue
    yield node
    yield* elementsOf(node.children)
  }
}
