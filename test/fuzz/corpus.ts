// What inputs are made from: the lines of every golden transcript, and examples of each kind.
import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../transcripts/', import.meta.url)
export const transcripts: readonly string[] = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .toSorted()
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

const linesOf = (mark: string): string[] => [
  ...new Set(
    transcripts.flatMap((text) => text.split('\n').flatMap((line) => (line.startsWith(mark) ? [line.slice(3)] : []))),
  ),
]

export const serverLines = linesOf('S:')
export const clientLines = linesOf('C:')

/** What a server says in one turn, line ends and all. */
export const replies = transcripts.flatMap((text) =>
  [...text.matchAll(/(?:^S:.*\n?)+/gm)].map(([lines]) =>
    lines.replace(/^S: ?/gm, '').trimEnd().replace(/\n/g, '\r\n').concat('\r\n'),
  ),
)

export const octets = (texts: readonly string[]): Buffer[] => texts.map((text) => Buffer.from(text))
