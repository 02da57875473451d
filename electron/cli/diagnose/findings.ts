// The findings of one group for a person: what should change in full, what could not be judged by its reason, what is in order by its name.
import { byWorst, isBad } from '#shared/report/worst.ts'
import { visible } from '#shared/transcript/text.ts'
import { type CheckResult, checkResults, type Finding } from '#shared/values/report.ts'
import type { Colors, Output, Terminal } from '../terminal.ts'
import { wrapWords } from '../wrap.ts'

export type Page = {
  readonly output: Output
  readonly terminal: Terminal
  /** Whether more than one place was looked at, so that each finding has to say where. */
  readonly hasPlaces: boolean
}

/** What says the same is said once. */
export function writeFindings(findings: readonly Finding[], page: Page): void {
  const { language } = page.terminal
  const sorted = byWorst(findings)
  const told = sorted.filter(({ result }) => result !== 'pass' && result !== 'indeterminate')
  const unclear = sorted.filter(({ result }) => result === 'indeterminate')
  for (const alike of alikeIn(told, ({ id, result, summary }) => `${id} ${result} ${summary[language]}`))
    writeFinding(alike, page)
  for (const alike of alikeIn(unclear, ({ summary }) => summary[language])) writeUnclear(alike, page)
  writeNames(
    sorted.filter(({ result }) => result === 'pass'),
    [],
    page,
  )
}

type Alike = readonly [Finding, ...Finding[]]
type Name = { readonly id: string; readonly text: string }
type Line = { readonly text: string; readonly isDim?: boolean }

function alikeIn(findings: readonly Finding[], keyOf: (finding: Finding) => string): readonly Alike[] {
  const groups = new Map<string, Alike>()
  for (const finding of findings) {
    const key = keyOf(finding)
    const group = groups.get(key)
    groups.set(key, group === undefined ? [finding] : [...group, finding])
  }
  return [...groups.values()]
}

function writeFinding(alike: Alike, page: Page): void {
  const [{ result, summary, advice, reference }] = alike
  const { language } = page.terminal
  const help = isBad({ result })
    ? [...(advice === null ? [] : [{ text: advice[language] }]), { text: reference, isDim: true }]
    : []
  writeLines(result, nameOf(alike, page), [{ text: summary[language] }, ...placesOf(alike, page), ...help], page)
}

/** The same reason kept several checks from being judged. */
function writeUnclear(alike: Alike, page: Page): void {
  const [{ id, result, summary }] = alike
  const reason = [{ text: summary[page.terminal.language] }, ...placesOf(alike, page)]
  if (alike.every((one) => one.id === id)) writeLines(result, nameOf(alike, page), reason, page)
  else writeNames(alike, reason, page)
}

/** What a summary answers. */
const nameOf = ([{ id, name }]: Alike, { terminal: { words, language } }: Page): Name => ({
  id,
  text: words.asked(name[language]),
})

function placesOf(alike: Alike, { hasPlaces }: Page): Line[] {
  if (!hasPlaces) return []
  return [{ text: [...new Set(alike.map(({ endpoint }) => endpoint))].join(', '), isDim: true }]
}

/** Checks of one result by their names, each once. */
function writeNames(findings: readonly Finding[], more: readonly Line[], page: Page): void {
  const [first] = findings
  if (first === undefined) return
  const names = new Map(findings.map(({ id, name }) => [id, `${id} ${name[page.terminal.language]}`]))
  writeLines(first.result, null, [{ text: [...names.values()].join('; ') }, ...more], page)
}

/** A mark, the name where it is one check alone, and the lines beside them. */
function writeLines(result: CheckResult, name: Name | null, lines: readonly Line[], page: Page): void {
  const { output, terminal } = page
  const mark = markOf(result, page)
  const margin = mark.width + 4 + (name === null ? 0 : idWidth)
  const shown = lines.map(({ text, isDim = false }) => {
    const wrapped = wrapWords(visible(text), margin, terminal.columns)
    return isDim ? output.colors.dim(wrapped) : wrapped
  })
  const { bold } = output.colors
  const head = name === null ? [] : [bold(wrapWords(visible(name.text), margin, terminal.columns))]
  const id = name === null ? '' : bold(name.id.padEnd(idWidth))
  output.write(`  ${mark.text}  ${id}${[...head, ...shown].join(`\n${' '.repeat(margin)}`)}\n`)
}

/** Ids such as `AUT-12`, and what is left between them and the text. */
const idWidth = 8

function markOf(result: CheckResult, { output, terminal: { words } }: Page) {
  const width = Math.max(...checkResults.map((one) => words.results[one].length))
  return { width, text: colorsOf(output.colors)[result](words.results[result].padEnd(width)) }
}

const colorsOf = ({ green, blue, yellow, red, dim }: Colors): Record<CheckResult, (text: string) => string> => ({
  pass: green,
  info: blue,
  warn: yellow,
  fail: red,
  indeterminate: yellow,
  skipped: dim,
})
