// The text form of a session: `S:` and `C:` before the lines of the wire, `*` before events, `#` before comments.
// What parse.ts reads back; the golden transcripts of the tests have this form.
import { assertNever } from '../assert-never.ts'
import type { Entry, Transcript } from '../values/transcript.ts'

export function toText({ name, startedAt, outcome }: Transcript, entries: readonly Entry[]): string {
  const head = [`# ${visible(name)}`, `# ${new Date(startedAt).toISOString()}, ${outcome}`]
  return [...head, ...entries.flatMap(linesOf)].map((line) => `${line}\n`).join('')
}

/** Most entries are one line; the body of a mail is its first lines and how much of it there was. */
export function linesOf(entry: Entry): string[] {
  switch (entry.direction) {
    case 'event':
      return [`* ${entry.kind} ${visible(entry.text)}`]
    case 'client':
      return wireLines('C:', entry)
    case 'server':
      return wireLines('S:', entry)
    default:
      return assertNever(entry.direction)
  }
}

function wireLines(mark: string, { kind, text, bytes, ending, facts }: Entry): string[] {
  if (kind !== 'body') return [marked(mark, text), ...(ending === 'lf' ? ['# it ended with LF alone'] : [])]
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  const end = facts.isPart === true ? [] : [`# ${octetsInAll(facts, bytes)} octets of mail in all`]
  return [...lines.map((line) => marked(mark, line)), ...end]
}

/** Of the whole mail, of which the last of several entries may have the end alone. */
export const octetsInAll = ({ wireOctets }: Entry['facts'], bytes: number): number =>
  typeof wireOctets === 'number' ? wireOctets : bytes

const marked = (mark: string, text: string) => `${mark} ${visible(text)}`.trimEnd()

/** Controls as escapes, so that what a server sends cannot move the cursor of a terminal; and what only looks like an escape. */
export const visible = (text: string): string =>
  text.replace(
    /[\x00-\x08\x0a-\x1f\x7f-\x9f]|\\(?=x(?:[01][0-9a-f]|5c|7f|[89][0-9a-f]))/g,
    (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, '0')}`,
  )

/** What `visible` did, undone. */
export const fromVisible = (text: string): string =>
  text.replace(/\\x([01][0-9a-f]|5c|7f|[89][0-9a-f])/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
