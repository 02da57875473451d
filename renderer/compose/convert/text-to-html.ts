// Plain text as the simplest rich text: an empty line parts paragraphs, a line end is a break. `htmlToText` undoes it.

export function textToHtml(text: string): string {
  if (text === '') return ''
  return text
    .replace(/\r\n?/g, '\n')
    .split('\n\n')
    .map((paragraph) => `<p>${escapeHtml(paragraph).replace(/\n/g, '<br>')}</p>`)
    .join('')
}

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign).replace(/ {2}/g, ' \u00a0')

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
