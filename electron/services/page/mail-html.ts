// The HTML of a received mail, made safe to show: an allow list of what draws, nothing that runs, loads or sends.
import sanitizeHtml from 'sanitize-html'

/** `picture` gives the bytes of a part that the mail shows as `cid:…`, as a `data:` address. */
export function mailHtml(html: string, picture: (contentId: string) => string | null): string {
  const body = sanitizeHtml(html, {
    allowedTags: [
      ...sanitizeHtml.defaults.allowedTags,
      'img',
      'style',
      'center',
      'font',
      'del',
      'ins',
      'big',
      'tt',
      'strike',
    ],
    // The policy the mail is served with forbids a style to load anything; without that these would not be allowed.
    allowVulnerableTags: true,
    parseStyleAttributes: false,
    allowedAttributes: {
      '*': ['style', 'class', 'id', 'dir', 'lang', 'title', 'align', 'valign', 'bgcolor', 'width', 'height'],
      a: ['href', 'target', 'rel', 'name'],
      img: ['src', 'alt', 'border', 'hspace', 'vspace'],
      font: ['color', 'face', 'size'],
      table: ['border', 'cellpadding', 'cellspacing'],
      td: ['colspan', 'rowspan', 'nowrap'],
      th: ['colspan', 'rowspan', 'nowrap', 'scope'],
      ol: ['start', 'type'],
      li: ['value'],
      col: ['span'],
      colgroup: ['span'],
    },
    allowedSchemes: ['https', 'http', 'mailto'],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    transformTags: {
      a: linkOutside,
      img: (_, attributes) => ({ tagName: 'img', attribs: withPicture(attributes, picture) }),
    },
  })
  return `<!doctype html><html><head><meta charset="utf-8"><style>${baseStyle}</style></head><body>${body}</body></html>`
}

type Attributes = Record<string, string>

/** A link opens outside, and shows where it leads before it is followed. */
function linkOutside(tagName: string, attributes: Attributes): { tagName: string; attribs: Attributes } {
  const { href } = attributes
  return {
    tagName,
    attribs: href ? { ...attributes, target: '_blank', rel: 'noopener noreferrer', title: href } : attributes,
  }
}

function withPicture(attributes: Attributes, picture: (contentId: string) => string | null): Attributes {
  const contentId = /^cid:(.+)$/i.exec(attributes.src ?? '')?.[1]
  return contentId === undefined ? attributes : { ...attributes, src: picture(unescaped(contentId)) ?? '' }
}

/** A content id is written as part of a URL (RFC 2392 §2); what cannot be decoded is taken as it stands. */
function unescaped(contentId: string): string {
  try {
    return decodeURIComponent(contentId)
  } catch {
    return contentId
  }
}

/** Mails are written for white paper. */
const baseStyle =
  'html{background:#fff;color:#1a1a1a;color-scheme:light;font:14px/1.5 system-ui,sans-serif;overflow-wrap:break-word}' +
  'body{margin:16px}img{max-width:100%}pre{white-space:pre-wrap}'
