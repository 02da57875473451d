// The report of a diagnosis for a person: what each place offers, the findings by their group, and the count at the end.
import { checkGroups } from '#shared/explain/check-groups.ts'
import { byWorst, groupsOf } from '#shared/report/worst.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Capability } from '#shared/values/capability.ts'
import { type CheckResult, checkResults, type Finding, type Offers, type Report } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import type { Colors, Output, Terminal } from '../terminal.ts'
import { writeWhyCard } from '../why-card.ts'
import { wrapWords } from '../wrap.ts'

export function writeReport(report: Report, output: Output, terminal: Terminal): void {
  for (const offers of report.offers) writeOffers(offers, output, terminal)
  const asked = report.checks.filter(({ result }) => result !== 'skipped')
  const hasPlaces = new Set(asked.map(({ endpoint }) => endpoint)).size > 1
  for (const group of groupsOf(asked)) {
    const findings = byWorst(asked.filter((finding) => finding.group === group))
    output.write(`\n${output.colors.bold(groupNames[group]?.[terminal.language] ?? group)}\n`)
    for (const finding of findings) if (finding.result !== 'pass') writeFinding(finding, hasPlaces, output, terminal)
    writePasses(findings, output, terminal)
  }
  writeEnd(report, output, terminal)
}

const groupNames: Readonly<Record<string, Words>> = checkGroups

function writeOffers(offers: Offers, output: Output, { words, columns }: Terminal): void {
  const { endpoint, address, greeting, beforeTls, afterTls, tls, auth } = offers
  const { bold, dim } = output.colors
  const logins = auth.map(({ mechanism, verdict }) => `${mechanism} (${words.verdicts[verdict]})`)
  const rows: readonly (readonly [string, string | null])[] = [
    [words.beforeTls, beforeTls === null ? null : keywords(beforeTls)],
    [words.afterTls, afterTls === null ? null : keywords(afterTls)],
    ['TLS', tls === null ? null : [tls.version, tls.cipher, tls.keyExchange].filter(Boolean).join(' · ')],
    [words.logins, logins.length === 0 ? null : logins.join(', ')],
  ]
  const shown = rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
  const width = Math.max(...shown.map(({ name }) => name.length))
  const margin = width + 4
  output.write(`\n${bold(visible(endpoint))}  ${address}\n  ${wrapWords(visible(greeting), 2, columns)}\n`)
  for (const { name, value } of shown)
    output.write(`  ${dim(name.padEnd(width))}  ${wrapWords(visible(value), margin, columns)}\n`)
}

const keywords = (capabilities: readonly Capability[]) =>
  capabilities.map(({ keyword, parameters }) => [keyword, ...parameters].join(' ')).join(', ')

function writeFinding(finding: Finding, hasPlaces: boolean, output: Output, terminal: Terminal): void {
  const { id, result, summary, advice, reference, endpoint } = finding
  const { language, columns } = terminal
  const { bold, dim } = output.colors
  const mark = markOf(result, output, terminal)
  const margin = mark.width + idWidth + 4
  const lines = [
    `${mark.text}  ${bold(id.padEnd(idWidth))}${wrapWords(visible(summary[language]), margin, columns)}`,
    ...(hasPlaces ? [below(dim(visible(endpoint)), margin)] : []),
    ...(result === 'warn' || result === 'fail' ? helpOf(advice?.[language] ?? null, reference, margin) : []),
  ]
  output.write(lines.map((line) => `  ${line}\n`).join(''))

  function helpOf(help: string | null, rule: string, indent: number): string[] {
    const shown = help === null ? [] : [below(wrapWords(visible(help), indent, columns), indent)]
    return [...shown, below(dim(wrapWords(rule, indent, columns)), indent)]
  }
}

const below = (text: string, margin: number) => `${' '.repeat(margin - 2)}${text}`

/** What is in order needs no sentence: the ids, each once. */
function writePasses(findings: readonly Finding[], output: Output, terminal: Terminal): void {
  const ids = [...new Set(findings.filter(({ result }) => result === 'pass').map(({ id }) => id))]
  if (ids.length === 0) return
  const mark = markOf('pass', output, terminal)
  output.write(`  ${mark.text}  ${wrapWords(ids.join(', '), mark.width + 4, terminal.columns)}\n`)
}

/** Ids such as `AUT-12`, and what is left between them and the text. */
const idWidth = 8

function markOf(result: CheckResult, { colors }: Output, { words }: Terminal) {
  const width = Math.max(...checkResults.map((one) => words.results[one].length))
  return { width, text: colorsOf(colors)[result](words.results[result].padEnd(width)) }
}

function writeEnd({ summary, failure, connections }: Report, output: Output, terminal: Terminal): void {
  const { words, columns } = terminal
  const { bold, dim } = output.colors
  const counts = checkResults
    .filter((result) => result !== 'skipped' && summary[result] > 0)
    .map((result) => `${summary[result]} × ${words.results[result]}`)
  if (counts.length > 0) output.write(`\n${bold(wrapWords(counts.join(', '), 0, columns))}\n`)
  if (connections > 0) output.write(`${dim(words.connectionsMade(connections))}\n`)
  if (summary.skipped > 0) output.write(`${dim(words.notAsked(summary.skipped))}\n`)
  if (failure === null || failure.kind === 'stopped') return
  // A target that is none is a usage error.
  const place = failure.stage === 'input' ? terminal.err : output
  place.write('\n')
  writeWhyCard(failure, place, terminal)
}

const colorsOf = ({ green, blue, yellow, red, dim }: Colors): Record<CheckResult, (text: string) => string> => ({
  pass: green,
  info: blue,
  warn: yellow,
  fail: red,
  indeterminate: yellow,
  skipped: dim,
})
