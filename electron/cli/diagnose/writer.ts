// A diagnosis for a person, as it goes: what is looked at, what it offers, each finding, and the count at the end.
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Capability } from '#shared/values/capability.ts'
import { type CheckResult, checkResults, type Finding, type Offers, type Report } from '#shared/values/report.ts'
import type { Colors, Output, Terminal } from '../terminal.ts'
import { writeWhyCard } from '../why-card.ts'

/** With --json all of this stands beside the result, on standard error. */
export function writerOf(isJson: boolean, terminal: Terminal): (event: DiagnoseEvent) => void {
  const output = isJson ? terminal.err : terminal.out
  return (event) => {
    switch (event.kind) {
      case 'step':
        return output.write(`${output.colors.dim(`${visible(event.label[terminal.language])} …`)}\n`)
      case 'offers':
        return writeOffers(event.offers, output, terminal)
      case 'finding':
        return writeFinding(event.finding, output, terminal)
      case 'report':
        return writeEnd(event.report, output, terminal)
      case 'session':
        return
    }
  }
}

function writeOffers(offers: Offers, output: Output, { words }: Terminal): void {
  const { endpoint, address, greeting, beforeTls, afterTls, tls, auth } = offers
  const { bold } = output.colors
  const logins = auth.map(({ mechanism, verdict }) => `${mechanism} (${words.verdicts[verdict]})`)
  const rows: readonly (readonly [string, string | null])[] = [
    [words.beforeTls, beforeTls === null ? null : keywords(beforeTls)],
    [words.afterTls, afterTls === null ? null : keywords(afterTls)],
    ['TLS', tls === null ? null : [tls.version, tls.cipher, tls.keyExchange].filter(Boolean).join(' · ')],
    [words.logins, logins.length === 0 ? null : logins.join(', ')],
  ]
  const shown = rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
  const width = Math.max(...shown.map(({ name }) => name.length))
  output.write(`${bold(visible(endpoint))}  ${address}  ${visible(greeting)}\n`)
  for (const { name, value } of shown) output.write(`  ${output.colors.dim(name.padEnd(width))}  ${visible(value)}\n`)
}

const keywords = (capabilities: readonly Capability[]) =>
  capabilities.map(({ keyword, parameters }) => [keyword, ...parameters].join(' ')).join(', ')

function writeFinding(finding: Finding, output: Output, { language, words }: Terminal): void {
  const { id, result, summary, advice, reference } = finding
  const { bold, dim } = output.colors
  const color = colorsOf(output.colors)[result]
  const width = Math.max(...checkResults.map((one) => words.results[one].length))
  output.write(
    `  ${color(words.results[result].padEnd(width))}  ${bold(id.padEnd(6))}  ${visible(summary[language])}\n`,
  )
  if (result !== 'warn' && result !== 'fail') return
  const margin = ' '.repeat(width + 12)
  if (advice !== null) output.write(`${margin}${visible(advice[language])}\n`)
  output.write(`${margin}${dim(reference)}\n`)
}

function writeEnd({ summary, failure }: Report, output: Output, terminal: Terminal): void {
  const { words } = terminal
  const counts = checkResults
    .filter((result) => summary[result] > 0)
    .map((result) => `${summary[result]} × ${words.results[result]}`)
  if (counts.length > 0) output.write(`\n${output.colors.bold(counts.join(', '))}\n`)
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
