// The conversation as it happens, a line of the terminal for a line of the wire: time, whether inside TLS, who, what.
import { saidInLogin } from '#shared/explain/said-in-login.ts'
import { octetsInAll, visible } from '#shared/transcript/text.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { Colors, Output } from './terminal.ts'
import type { CliWords } from './words/index.ts'

/** `name` stands before each line, for when several sessions run at once. */
export function showLive(output: Output, words: CliWords, name = ''): (entry: Entry) => void {
  const { colors } = output
  return (entry) => {
    const color = colorOf(entry, colors)
    const margin = colors.dim(`${name}${milliseconds(entry.time)} ${entry.isTls ? 'TLS' : '   '}`)
    for (const line of linesOf(entry, words)) output.write(`${margin} ${color(line)}\n`)
  }
}

/** Behind the line of which a part is hidden: all of it, and what it says once its base64 is undone. */
export function showHidden(output: Output): (line: string) => void {
  return (line) => {
    for (const text of [line, saidInLogin(line)])
      if (text !== null) output.write(`${' '.repeat(marginWidth)} ${output.colors.yellow(`= ${visible(text)}`)}\n`)
  }
}

/** As wide as a time and the place of TLS. */
const marginWidth = 16

const milliseconds = (time: number) => `${(time / 1e6).toFixed(1).padStart(9)} ms`

const marks = { client: 'C:', server: 'S:', event: '*' } as const

function linesOf({ direction, kind, text, bytes, facts }: Entry, words: CliWords): string[] {
  const mark = marks[direction]
  const lines = text
    .replace(/(\r?\n)+$/, '')
    .split(/\r?\n/)
    .map((line) => `${mark} ${visible(line)}`)
  if (kind !== 'body' || facts.isPart === true) return lines
  return [...lines, `${mark} ${words.bodyOf(words.size(octetsInAll(facts, bytes)))}`]
}

function colorOf({ direction, kind, text }: Entry, colors: Colors): (text: string) => string {
  if (kind === 'warning') return colors.yellow
  if (direction === 'event') return colors.dim
  if (direction === 'client') return kind === 'body' ? colors.dim : colors.cyan
  return { '2': colors.green, '3': colors.green, '4': colors.yellow, '5': colors.red }[text.charAt(0)] ?? colors.reset
}
