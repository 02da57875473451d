// A report as Markdown, for a ticket or a wiki. What a server said cannot become a heading, a link or a picture.
import { visible } from '../transcript/text.ts'
import type { Language } from '../values/settings.ts'
import type { ReportDocument, ReportFinding, ReportSection } from './document.ts'
import type { ReportTable } from './table.ts'
import { reportWords } from './words.ts'

export function markdownOf(document: ReportDocument, language: Language): string {
  const { title, line, failure, places, sections, details } = document
  const blocks = [
    `# ${plain(title)}`,
    plain(line),
    ...(failure === null ? [] : [plain(failure)]),
    ...places.flatMap(tableText),
    ...sections.flatMap((section) => sectionOf(section, language)),
    ...details.flatMap(tableText),
  ]
  return `${blocks.join('\n\n')}\n`
}

function tableText({ heading, columns, rows }: ReportTable): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  const lines = [
    line(columns.map(plain)),
    line(columns.map(() => '---')),
    ...rows.map((cells) => line(cells.map(plain))),
  ]
  return [`## ${plain(heading)}`, lines.join('\n')]
}

function sectionOf({ heading, findings, isShort }: ReportSection, language: Language): string[] {
  const title = `## ${heading} (${findings.length})`
  if (isShort) return [title, findings.map((finding) => `- ${nameOf(finding)}: ${placeOf(finding)}`).join('\n')]
  return [title, ...findings.map((finding) => findingOf(finding, language))]
}

function findingOf(finding: ReportFinding, language: Language): string {
  const { summary, advice, reference } = finding
  const lines = [
    `### ${nameOf(finding)}`,
    plain(summary),
    ...(advice === null ? [] : [`**${reportWords.advice[language]}:** ${plain(advice)}`]),
    [placeOf(finding), plain(reference)].filter(Boolean).join(' · '),
  ]
  return lines.join('\n\n')
}

const nameOf = ({ id, name }: ReportFinding) => `${plain(id)} ${plain(name)}`
const placeOf = ({ endpoint }: ReportFinding) => plain(endpoint)

/** One line, with all that Markdown and the HTML in it would read as its own made harmless. */
const plain = (text: string): string =>
  visible(text.replaceAll('\n', ' '))
    .replace(/[\\`*_[\]<>#|~&!]/g, '\\$&')
    .replace(/^(\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/^([-+=])/, '\\$1')
