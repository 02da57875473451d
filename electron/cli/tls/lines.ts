// Lines of a terminal: a list that is wrapped, a clause of the engine in the person's language, a colour for what a word means.
import { inSpanish } from '#shared/explain/spanish-phrases.ts'
import type { Language } from '#shared/values/settings.ts'
import type { Colors } from '../terminal.ts'

/** What a terminal has at least; longer names are never cut. */
const width = 80

/** Parts behind each other, by commas, on as many lines as they need, each with the margin before it. */
export function wrapped(parts: readonly string[], margin: number): string {
  const lines: string[] = []
  let line = ''
  for (const [index, part] of parts.entries()) {
    const text = index === parts.length - 1 ? part : `${part},`
    const longer = line === '' ? text : `${line} ${text}`
    if (line !== '' && margin + longer.length > width) {
      lines.push(line)
      line = text
    } else line = longer
  }
  return [...lines, line].join(`\n${' '.repeat(margin)}`)
}

/** What the engine says in English. */
export const spoken = (text: string, language: Language): string => (language === 'es' ? inSpanish(text) : text)

export type Mark = 'good' | 'fair' | 'note' | 'warning' | 'bad'

export const colorOf = ({ green, yellow, red, blue, reset }: Colors): Record<Mark, (text: string) => string> => ({
  good: green,
  fair: reset,
  note: blue,
  warning: yellow,
  bad: red,
})
