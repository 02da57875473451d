// The text form of a session: `C:` and `S:` before the lines of the wire, `#` before everything else.
import type { Entry, Transcript } from '../values/transcript.ts'

export function toText({ name, startedAt, outcome }: Transcript, entries: readonly Entry[]): string {
  const head = [`# ${name}`, `# ${new Date(startedAt).toISOString()}, ${outcome}`]
  return [...head, ...entries.flatMap(linesOf)].map((line) => `${line}\n`).join('')
}

/** Most entries are one line; the body of a mail is its first lines and how much of it there was. */
export function linesOf(entry: Entry): string[] {
  switch (entry.direction) {
    case 'event':
      return [`# ${milliseconds(entry.time)} ${entry.kind}: ${visible(entry.text)}`]
    case 'client':
      return wireLines('C:', entry)
    case 'server':
      return wireLines('S:', entry)
  }
}

function wireLines(mark: string, { kind, text, bytes }: Entry): string[] {
  if (kind !== 'body') return [`${mark} ${visible(text)}`]
  const shown = text.split(/\r?\n/).map((line) => `${mark} ${visible(line)}`)
  return [...shown, `# ${bytes} octets of mail in all`]
}

const milliseconds = (time: number) => `${(time / 1e6).toFixed(1)} ms`

/** Controls as escapes, so that what a server sends cannot move the cursor of a terminal. */
export const visible = (text: string): string =>
  text.replace(/[\x00-\x08\x0a-\x1f\x7f-\x9f]/g, (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`)
