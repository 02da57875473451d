// What a server does beside choosing suites, for a person: what is right, what is only to know, what is not right.
import { visible } from '#shared/transcript/text.ts'
import type { TlsScan, Trait } from '#shared/values/tls-scan.ts'
import type { ScanTrait } from '#shared/values/tls-scan-terms.ts'
import type { Terminal } from '../terminal.ts'
import { colorOf, type Mark, spoken } from './lines.ts'

export function writeTraits({ traits }: TlsScan, { out, language, words: { tls } }: Terminal): void {
  if (traits.length === 0) return
  out.write(`\n${out.colors.bold(tls.titles.behaviour)}\n`)
  const color = colorOf(out.colors)
  const marks = { good: tls.good, note: tls.note, warning: tls.warning, bad: tls.warning, fair: tls.outcomes.unclear }
  const width = Math.max(...Object.values(marks).map(({ length }) => length))
  for (const trait of traits) {
    const mark = markOf(trait)
    const [yes, no] = tls.traits[trait.trait]
    const text = trait.outcome === 'no' ? no : yes
    // What the server said is told only where it is not as it should be.
    const remark = mark === 'warning' || mark === 'fair' ? `: ${visible(spoken(trait.answer, language))}` : ''
    out.write(`  ${color[mark](marks[mark].padEnd(width))}  ${text}${out.colors.dim(remark)}\n`)
  }
}

function markOf({ trait, outcome }: Trait): Mark {
  if (outcome === 'unclear') return 'fair'
  if (neutral.has(trait)) return 'note'
  return (outcome === 'yes') === !unwanted.has(trait) ? 'good' : 'warning'
}

const neutral: ReadonlySet<ScanTrait> = new Set(['session-id', 'session-ticket', 'client-certificate'])
const unwanted: ReadonlySet<ScanTrait> = new Set(['compression', 'heartbeat', 'early-data'])
