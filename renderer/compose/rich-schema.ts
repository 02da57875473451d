// What the rich text editor knows: the parts of its toolbar, and pictures that are attachments.
import { Link } from '@mantine/tiptap'
import { type Extensions, getSchema } from '@tiptap/core'
import { DOMSerializer, DOMParser as EditorParser, type Node } from '@tiptap/pm/model'
import StarterKit from '@tiptap/starter-kit'
import { hiddenSource, Picture } from './picture-node.ts'

export const richExtensions: Extensions = [
  StarterKit.configure({ link: false, heading: { levels: [1, 2, 3] }, dropcursor: { color: 'var(--focus)' } }),
  Link.configure({ openOnClick: false, HTMLAttributes: { target: null, rel: null } }),
]

/** HTML as it is after the editor had it. */
export function throughEditor(html: string): string {
  const schema = getSchema([...richExtensions, Picture])
  return htmlOf(EditorParser.fromSchema(schema).parse(new DOMParser().parseFromString(html, 'text/html').body))
}

/** Made in a document that loads nothing: in this one the browser would go after each picture. */
export function htmlOf(doc: Node): string {
  const inert = document.implementation.createHTMLDocument()
  const content = DOMSerializer.fromSchema(doc.type.schema).serializeFragment(doc.content, { document: inert })
  inert.body.append(content)
  for (const picture of inert.querySelectorAll(`img[${hiddenSource}]`)) {
    picture.setAttribute('src', picture.getAttribute(hiddenSource) ?? '')
    picture.removeAttribute(hiddenSource)
  }
  return inert.body.innerHTML
}
