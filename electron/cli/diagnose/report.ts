// The report of a diagnosis for a person: what each place offers, the findings by their group, and the count at the end.
import { checkGroups } from '#shared/explain/check-groups.ts'
import { groupsOf } from '#shared/report/worst.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Capability } from '#shared/values/capability.ts'
import { checkResults, type Offers, type Report } from '#shared/values/report.ts'
import type { Words } from '#shared/values/settings.ts'
import { dnsHint, hintFrom } from '../lookup-hint.ts'
import type { Output, Terminal } from '../terminal.ts'
import { writeWhyCard } from '../why-card.ts'
import { wrapWords } from '../wrap.ts'
import { writeFindings } from './findings.ts'

export function writeReport(report: Report, output: Output, terminal: Terminal): void {
  for (const offers of report.offers) writeOffers(offers, output, terminal)
  const asked = report.checks.filter(({ result }) => result !== 'skipped')
  const page = { output, terminal, hasPlaces: report.endpoints.length > 1 }
  for (const group of groupsOf(asked)) {
    output.write(`\n${output.colors.bold(groupNames[group]?.[terminal.language] ?? group)}\n`)
    writeFindings(
      asked.filter((finding) => finding.group === group),
      page,
    )
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

function writeEnd({ summary, failure, connections }: Report, output: Output, terminal: Terminal): void {
  const { words, columns } = terminal
  const { bold, dim } = output.colors
  const counts = checkResults
    .filter((result) => result !== 'skipped' && summary[result] > 0)
    .map((result) => `${summary[result]} × ${words.results[result]}`)
  if (counts.length > 0) output.write(`\n${bold(wrapWords(counts.join(', '), 0, columns))}\n`)
  if (connections > 0) output.write(`${dim(words.connectionsMade(connections))}\n`)
  if (summary.skipped > 0) output.write(`${dim(words.notAsked(summary.skipped))}\n`)
  if (failure === null) return
  if (failure.kind === 'stopped') return void output.write(`${words.stopped.report}\n`)
  // A target that is none is a usage error.
  const place = failure.stage === 'input' ? terminal.err : output
  place.write('\n')
  writeWhyCard(failure, place, terminal, hintFrom(dnsHint, failure))
}
