// A diagnosis for a person: how far it is while it runs, and at its end what was found.
import type { DiagnoseEvent } from '#shared/contract/diagnose.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Terminal } from '../terminal.ts'
import { writeReport } from './report.ts'

/** With --json the report for a person stands beside the result, on standard error. */
export function writerOf(isJson: boolean, terminal: Terminal): (event: DiagnoseEvent) => void {
  const { err, language, words } = terminal
  const output = isJson ? err : terminal.out
  const progress = (line: string) => err.write(`${err.colors.dim(line)}\n`)
  let told = ''
  return (event) => {
    switch (event.kind) {
      case 'plan':
        if (event.connections > 0) progress(words.atMost(event))
        return
      case 'step': {
        const label = visible(event.label[language])
        // A probe tells of its parts by the same words.
        if (label !== told) progress(`${label} …`)
        told = label
        return
      }
      case 'report':
        return writeReport(event.report, output, terminal)
      case 'due':
      case 'session':
      case 'records':
      case 'endpoint':
      case 'offers':
      case 'scan':
      case 'finding':
        return
    }
  }
}
