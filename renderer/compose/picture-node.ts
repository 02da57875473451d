// A picture in the text. The mail says `cid:…`; the screen shows the attachment's bytes in its place.
import Image from '@tiptap/extension-image'
import { pictureUrl } from './picture-urls.ts'

export const hiddenSource = 'data-src'
export const parsePicture = () => [{ tag: `img[src], img[${hiddenSource}]` }]

/** A picture from elsewhere is not fetched: asking for it would tell its server that the mail was opened. */
export const Picture = Image.extend({
  parseHTML: parsePicture,
  addAttributes() {
    return {
      ...this.parent?.(),
      // The browser would go after `src` wherever the editor draws the node by itself. `htmlOf` puts it back.
      src: {
        default: null,
        parseHTML: (element) => element.getAttribute(hiddenSource) ?? element.getAttribute('src'),
        renderHTML: ({ src }) => ({ [hiddenSource]: src }),
      },
    }
  },
  addNodeView() {
    return ({ node }) => {
      const dom = document.createElement('img')
      const { src, alt, title, width } = node.attrs
      dom.alt = String(alt ?? src ?? '')
      if (title) dom.title = String(title)
      if (width) dom.setAttribute('width', String(width))
      if (String(src).startsWith('cid:'))
        void pictureUrl(String(src).slice(4)).then((url) => dom.setAttribute('src', url ?? ''))
      else if (/^(data|blob):/i.test(String(src))) dom.src = String(src)
      else dom.dataset.elsewhere = ''
      return { dom }
    }
  },
}).configure({ allowBase64: true, inline: true })
