// From one form of the text to another. What would be lost is named first, and stays when the answer is no.
import { t } from 'i18next'
import type { Draft } from '#shared/values/draft.ts'
import { htmlToText } from './convert/html-to-text.ts'
import { type HtmlNode, parseHtml } from './convert/html-tree.ts'
import { isFormatted, lostFormatting } from './convert/lost-formatting.ts'
import { textToHtml } from './convert/text-to-html.ts'
import { ask } from './panels.ts'
import { composerStore } from './store.ts'

type Format = Draft['format']

export async function changeFormat(format: Format): Promise<void> {
  const { situation, replace } = composerStore.getState()
  if (situation.kind !== 'open' || situation.draft.format === format) return
  const { draft } = situation
  if (format === 'plain') return replace({ format, text: htmlToText(parseHtml(draft.html)) })
  const html = draft.format === 'plain' ? await htmlOfText(draft) : draft.html
  if (html === null) return
  if (format === 'rich' && !(await mayBeRich(html))) return
  replace({ format, html })
}

/** The rich text of before while its words are the same, else the words alone; null when the person would rather not. */
async function htmlOfText({ html, text }: Draft): Promise<string | null> {
  const before = parseHtml(html)
  if (htmlToText(before) === text) return html
  if (isFormatted(before) && !(await ask({ ...question('loseFormatting'), points: [] }))) return null
  return textToHtml(text)
}

/** The rich editor knows fewer things than HTML. */
async function mayBeRich(html: string): Promise<boolean> {
  const { throughEditor } = await import('./rich-schema.ts')
  const points = lostFormatting(parseHtml(html), [...parseHtml(throughEditor(html)), ...outsideTheBody])
  return points.length === 0 || ask({ ...question('loseHtml'), points })
}

/** The parts of a whole page; the mail has them anyway. */
const outsideTheBody: readonly HtmlNode[] = ['meta', 'title'].map((tag) => ({ tag, attributes: {}, children: [] }))

const question = (name: 'loseFormatting' | 'loseHtml') => ({
  title: t(`compose:${name}Title`),
  text: t(`compose:${name}`),
  yes: t('compose:changeAnyway'),
  isGrave: false,
})
