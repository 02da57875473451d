// How high a row is, so that nothing has to be measured: one line, or a body unfolded.

import { visible } from '#shared/transcript/text.ts'
import type { Entry } from '#shared/values/transcript.ts'

export const rowHeight = 22
const bodyLineHeight = 18
const bodyPadding = 6

/** The first lines of a mail as they are shown; what is not printable as escapes. */
export const bodyLines = ({ text }: Entry): readonly string[] =>
  text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map(visible)

export function heightOf(entry: Entry | undefined, isExpanded: boolean): number {
  if (!entry || !isExpanded || entry.kind !== 'body') return rowHeight
  return rowHeight + bodyLines(entry).length * bodyLineHeight + bodyPadding
}
