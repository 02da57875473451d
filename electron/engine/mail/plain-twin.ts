// The plain-text twin of an HTML body, for readers that show no HTML.
import type { HtmlToTextOptions } from 'html-to-text'

export async function plainTwin(html: string): Promise<string> {
  // Loaded when it is needed and not before: a plain mail from the command line starts without it.
  const { convert } = await import('html-to-text')
  return convert(html, options)
}

const asWritten = { uppercase: false }

const options: HtmlToTextOptions = {
  wordwrap: 76,
  selectors: [
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({ selector, options: asWritten })),
    { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
    // A picture has no place in text but its description.
    { selector: 'img', format: 'inlineString', options: { string: '' } },
    { selector: 'ul', options: { itemPrefix: '- ' } },
    { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
  ],
}
