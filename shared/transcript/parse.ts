// Reads the text form of a session: for the golden transcripts of the tests, and for sessions that people wrote down.
import { fromVisible } from './text.ts'

type ScriptLine = {
  readonly by: 'server' | 'client' | 'event'
  /** The line of the wire without its ending; for an event its kind and sentence. */
  readonly text: string
}

export type Script = {
  /** The comments above the first line, a line each. */
  readonly head: readonly string[]
  readonly lines: readonly ScriptLine[]
}

/** Comments between the lines and empty lines are passed over; any other line that has no mark is an error. */
export function parseTranscript(text: string): Script {
  const rows = text.split(/\r?\n/).map((row, index) => ({ row, number: index + 1 }))
  const first = rows.findIndex(({ row }) => row !== '' && !row.startsWith('#'))
  const head = first === -1 ? rows : rows.slice(0, first)
  return {
    head: head.filter(({ row }) => row.startsWith('#')).map(({ row }) => row.replace(/^#\s?/, '')),
    lines: first === -1 ? [] : rows.slice(first).flatMap(parseRow),
  }
}

const marks = { 'S:': 'server', 'C:': 'client', '* ': 'event' } as const
const isMark = (text: string): text is keyof typeof marks => Object.hasOwn(marks, text)

function parseRow({ row, number }: { row: string; number: number }): readonly ScriptLine[] {
  if (row === '' || row.startsWith('#')) return []
  const mark = row.slice(0, 2)
  if (!isMark(mark)) throw new Error(`Line ${number} begins with neither S:, C:, * nor #: ${row}`)
  return [{ by: marks[mark], text: fromVisible(row.slice(2).replace(/^ /, '')) }]
}
