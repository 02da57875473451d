// A report as one HTML page that needs nothing else: for a ticket, a mail or a printer.
import { rfcLinks } from '../explain/rfc.ts'
import { visible } from '../transcript/text.ts'
import type { Report } from '../values/report.ts'
import type { Language } from '../values/settings.ts'
import { documentOf, type ReportDocument, type ReportFinding, type ReportSection } from './document.ts'
import type { ReportTable } from './table.ts'
import { reportWords } from './words.ts'

export const toHtml = (report: Report, language: Language): string => htmlOf(documentOf(report, language), language)

export function htmlOf(document: ReportDocument, language: Language): string {
  const { title, line, failure, places, sections, details } = document
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${reportStyle}</style>
<h1>${escaped(title)}</h1>
<p>${escaped(line)}</p>
${failure === null ? '' : `<p class="fail">${escaped(failure)}</p>\n`}${[
  ...places.map(tableHtml),
  ...sections.map((section) => sectionOf(section, language)),
  ...details.map(tableHtml),
].join('')}</html>
`
}

/** All of it, so that a page that shows a report can name what it allows. */
export const reportStyle = `
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere }
h3 { margin: 1.25rem 0 0 }
h3 + p, li { margin: 0 }
table { border-collapse: collapse }
th, td { padding: 0.15rem 1rem 0.15rem 0; text-align: left; vertical-align: top }
article { padding-left: 0.75rem; border-left: 3px solid light-dark(#bbb, #555) }
.fail { border-color: light-dark(#b3261e, #ff9d94) }
.warn { border-color: light-dark(#8a5300, #e5b35a) }
.foot { color: light-dark(#5d584f, #a5a39c); font-size: 0.85rem }
@media print {
  :root { color-scheme: light; font-size: 11px }
  body { max-width: none; margin: 0; padding: 0 }
  article, tr { break-inside: avoid }
  h2, h3 { break-after: avoid }
}
`

function tableHtml({ heading, columns, rows }: ReportTable): string {
  const row = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>\n`
  return `<h2>${escaped(heading)}</h2>
<table>
<thead>${row(columns, 'th')}</thead>
<tbody>
${rows.map((cells) => row(cells, 'td')).join('')}</tbody>
</table>
`
}

function sectionOf({ heading, result, findings, isShort }: ReportSection, language: Language): string {
  const title = `<h2>${escaped(heading)} (${findings.length})</h2>\n`
  if (!isShort) return title + findings.map((finding) => findingOf(finding, result, language)).join('')
  const items = findings.map((finding) => `<li>${nameOf(finding)} <span class="foot">${placeOf(finding)}</span></li>\n`)
  return `${title}<ul>\n${items.join('')}</ul>\n`
}

function findingOf(finding: ReportFinding, result: string, language: Language): string {
  const { summary, advice, reference } = finding
  const help = advice === null ? '' : `<p><strong>${reportWords.advice[language]}:</strong> ${escaped(advice)}</p>\n`
  return `<article class="${result}">
<h3>${nameOf(finding)}</h3>
<p>${escaped(summary)}</p>
${help}<p class="foot">${[placeOf(finding), ...linksIn(reference)].join(' · ')}</p>
</article>
`
}

const linksIn = (reference: string) =>
  rfcLinks(reference).map(({ label, url }) => `<a href="${escaped(url)}">${escaped(label)}</a>`)

const nameOf = ({ id, name }: ReportFinding) => `<code>${escaped(id)}</code> ${escaped(name)}`
const placeOf = ({ endpoint }: ReportFinding) => escaped(endpoint)

const escaped = (text: string): string =>
  visible(text.replaceAll('\n', ' '))
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
