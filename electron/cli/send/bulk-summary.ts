// The end of `heloise send --count`: how many, how fast, and why not all.
import type { BulkResult } from '#shared/values/bulk.ts'
import type { Terminal } from '../terminal.ts'
import { writeWhyCard } from '../why-card.ts'

export function writeBulk(result: BulkResult, isJson: boolean, terminal: Terminal): void {
  const { out, err, words } = terminal
  const { failure, ...figures } = result
  const output = isJson ? err : out
  if (isJson) out.write(`${JSON.stringify(figures, null, 2)}\n`)
  const color = failure === null ? output.colors.green : output.colors.red
  output.write(`${color(words.bulk(figures))}\n  ${words.bulkPace(figures)}\n`)
  if (failure === null || failure.kind === 'stopped') return
  output.write('\n')
  writeWhyCard(failure, output, terminal)
}
