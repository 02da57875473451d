// What the rich text editor knows: the parts of its toolbar, and pictures that are attachments.
import { Link } from '@mantine/tiptap'
import { type Extensions, generateHTML, generateJSON } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { Picture } from './picture-node.ts'

export const richExtensions: Extensions = [
  StarterKit.configure({ link: false, heading: { levels: [1, 2, 3] }, dropcursor: { color: 'var(--focus)' } }),
  Link.configure({ openOnClick: false, HTMLAttributes: { target: null, rel: null } }),
]

/** HTML as it is after the editor had it. */
export function throughEditor(html: string): string {
  const extensions = [...richExtensions, Picture]
  return generateHTML(generateJSON(html, extensions), extensions)
}
