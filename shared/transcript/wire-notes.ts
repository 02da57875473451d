// Notes of the log that tell what a person's options changed on the wire, and what a mail asked for in vain.
import type { Entry } from '../values/transcript.ts'

/** How the engine begins such a note; its clauses follow, between semicolons. */
export const wireNotePrefix = 'On the wire: '

type Note = Pick<Entry, 'kind' | 'text'>

/** The clauses of a note, without its beginning and its full stop; null for any other entry. */
export function wireChanges({ kind, text }: Note): string[] | null {
  if (kind !== 'note' || !text.startsWith(wireNotePrefix)) return null
  return text.slice(wireNotePrefix.length).replace(/\.$/, '').split('; ')
}

export type WireLoss = { readonly host: string; readonly keyword: string; readonly loss: string }

/** An extension that the mail asks for and goes without; null for any other entry. */
export function wireLoss({ kind, text }: Note): WireLoss | null {
  const [, host, keyword, loss] = /^(\S+) does not offer ([A-Z0-9-]+), so (.+)\.$/.exec(text) ?? []
  if (kind !== 'note' || host === undefined || keyword === undefined || loss === undefined) return null
  return { host, keyword, loss }
}

export const isWireNote = (note: Note): boolean => wireChanges(note) !== null || wireLoss(note) !== null
