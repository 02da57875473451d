// A session as a file for others to read: text, JSON Lines, HTML or Markdown. Entries carry no secrets, so none is left out.
import { assertNever } from '../assert-never.ts'
import { fileName } from '../file-name.ts'
import type { Entry, ExportFormat, Transcript } from '../values/transcript.ts'
import { toHtml } from './html.ts'
import { toText } from './text.ts'

export type ExportedTranscript = { readonly name: string; readonly type: string; readonly text: string }

export function exportTranscript(
  transcript: Transcript,
  entries: readonly Entry[],
  format: ExportFormat,
): ExportedTranscript {
  const named = (extension: string, type: string, text: string) => ({
    name: fileName(transcript.name, new Date(transcript.startedAt), extension),
    type,
    text,
  })
  switch (format) {
    case 'txt':
      return named('txt', 'text/plain', toText(transcript, entries))
    case 'jsonl':
      return named('jsonl', 'application/jsonl', toJsonLines(transcript, entries))
    case 'html':
      return named('html', 'text/html', toHtml(transcript, entries))
    case 'markdown':
      return named('md', 'text/markdown', toMarkdown(transcript, entries))
    default:
      return assertNever(format)
  }
}

/** The transcript on the first line, an entry on each of the others. */
export const toJsonLines = (transcript: Transcript, entries: readonly Entry[]): string =>
  [transcript, ...entries].map((value) => `${JSON.stringify(value)}\n`).join('')

function toMarkdown(transcript: Transcript, entries: readonly Entry[]): string {
  const text = toText(transcript, entries)
  // A fence longer than any in the text, so that nothing a server says can end it.
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length + 1)))
  const started = new Date(transcript.startedAt).toISOString()
  const title = transcript.name.replace(/[\\`*_[\]<>#|]/g, '\\$&')
  return `# ${title}\n\n${started} · ${transcript.outcome}\n\n${fence}text\n${text}${fence}\n`
}
