// Results as a table to be read. Pure.
import type { RowResult, Verdict } from './figures.ts'

export function tableOf({ name, title, contenders, verdicts }: RowResult): string {
  const figures = [...new Set(contenders.flatMap((one) => Object.keys(one.figures)))]
  const lines = [
    ['', ...figures],
    ...contenders.map((one) => [
      one.name,
      ...(one.missing === null ? figures.map((figure) => shown(one.figures[figure])) : [`skipped: ${one.missing}`]),
    ]),
  ]
  return [`${title}  [${name}]`, ...aligned(lines), ...verdicts.map(verdictLine), ''].join('\n')
}

/** How many of the targets were met. */
export function summaryOf(results: readonly RowResult[]): string {
  const verdicts = results.flatMap((result) => result.verdicts)
  const count = (isMet: boolean | null) => verdicts.filter((verdict) => verdict.isMet === isMet).length
  return `Targets: ${count(true)} met, ${count(false)} short, ${count(null)} not measured.`
}

function verdictLine({ figure, of, against, bound, value, measured, isMet }: Verdict): string {
  const sign = bound === 'at least' ? '≥' : '≤'
  const unit = against === null ? '' : ` × ${against}`
  const word = isMet === null ? 'not measured' : isMet ? 'met' : 'SHORT'
  const found = measured === null ? '' : `${shown(measured)}: `
  return `  → ${of}, ${figure} ${sign} ${shown(value)}${unit}: ${found}${word}`
}

/** The first column to the left, figures to the right. */
function aligned(lines: readonly (readonly string[])[]): string[] {
  const widths = lines[0]?.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells, column)))) ?? []
  return lines.map((cells) => {
    const padded = cells.map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
    )
    return `  ${padded.join('  ')}`.trimEnd()
  })
}

/** A line without figures says why; its words need no room in a column. */
const widthOf = (cells: readonly string[], column: number): number =>
  cells[1]?.startsWith('skipped') && column > 0 ? 0 : (cells[column]?.length ?? 0)

/** Three digits that say something. */
function shown(value: number | undefined): string {
  if (value === undefined) return ''
  const digits = value >= 100 || Number.isInteger(value) ? 0 : value >= 10 ? 1 : 2
  return value.toLocaleString('en-GB', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}
