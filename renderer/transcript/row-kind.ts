// What a row of the log is, as far as its colour and its mark go; and which rows are errors.
import { isWireNote } from '#shared/transcript/wire-notes.ts'
import type { Entry } from '#shared/values/transcript.ts'

export type RowKind =
  | 'command'
  | 'reply2'
  | 'reply3'
  | 'reply4'
  | 'reply5'
  | 'unknown'
  | 'body'
  | 'event'
  /** An event that tells what is done otherwise on the wire. */
  | 'wire'
  | 'warning'

export function rowKind(entry: Entry): RowKind {
  const { direction, kind, text, facts } = entry
  if (kind === 'warning' || facts.outcome === 'failed') return 'warning'
  if (kind === 'body') return 'body'
  if (kind !== 'line') return isWireNote(entry) ? 'wire' : 'event'
  if (direction === 'client') return 'command'
  const [, first] = replyLine.exec(text) ?? []
  return first === undefined ? 'unknown' : (classes[first] ?? 'unknown')
}

/** The code of a reply line, and what follows it; null for any other line. */
export function splitReply({ direction, kind, text }: Entry): { code: string; rest: string } | null {
  if (direction !== 'server' || kind !== 'line' || !replyLine.test(text)) return null
  return { code: text.slice(0, 3), rest: text.slice(3) }
}

/** `250-…`: more lines of the same reply follow (RFC 5321 §4.2.1). */
export const isContinued = (entry: Entry): boolean => splitReply(entry)?.rest.startsWith('-') ?? false

/** A warning, an attempt to connect that failed, or the last line of a 4xx or 5xx reply, so that a reply of many lines counts once. */
export function isError(entry: Entry): boolean {
  const kind = rowKind(entry)
  return kind === 'warning' || ((kind === 'reply4' || kind === 'reply5') && !isContinued(entry))
}

const replyLine = /^(\d)\d\d(?:[ -]|$)/
const classes: Record<string, RowKind> = { '2': 'reply2', '3': 'reply3', '4': 'reply4', '5': 'reply5' }
