// What a server does beside choosing suites, for a person: what is right, what is only to know, what is not right.
import { traitMark, traitWords } from '#shared/explain/tls-scan.ts'
import { visible } from '#shared/transcript/text.ts'
import type { TlsScan } from '#shared/values/tls-scan.ts'
import type { Terminal } from '../terminal.ts'
import { colorOf, spoken } from './lines.ts'

export function writeTraits({ traits }: TlsScan, { out, language, words: { tls } }: Terminal): void {
  if (traits.length === 0) return
  out.write(`\n${out.colors.bold(tls.titles.behaviour)}\n`)
  const color = { ...colorOf(out.colors), unclear: out.colors.reset }
  const marks = { good: tls.good, note: tls.note, warning: tls.warning, unclear: tls.outcomes.unclear }
  const width = Math.max(...Object.values(marks).map(({ length }) => length))
  for (const trait of traits) {
    const mark = traitMark(trait)
    const [yes, no] = traitWords[trait.trait]
    const text = (trait.outcome === 'no' ? no : yes)[language]
    // What the server said is told only where it is not as it should be.
    const remark = mark === 'warning' || mark === 'unclear' ? `: ${visible(spoken(trait.answer, language))}` : ''
    out.write(`  ${color[mark](marks[mark].padEnd(width))}  ${text}${out.colors.dim(remark)}\n`)
  }
}
