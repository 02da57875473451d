// How many mails the server took, told from the record of a session by somebody who knows nothing of the engine: replies come
// in the order of the commands, and the one to the end of a mail is its verdict.
import type { Entry } from '#shared/values/transcript.ts'

export type Mails = { readonly written: number; readonly taken: number }

/** `hasSeveral`: a mail may have more than one reply, as with LMTP and PRDR. */
export function mailsIn(entries: readonly Entry[], hasSeveral: boolean): Mails {
  const awaited: string[] = []
  let last = ''
  let written = 0
  let taken = 0
  for (const { kind, direction, text } of entries) {
    if (kind === 'connect') awaited.splice(0, awaited.length, 'greeting')
    if (kind !== 'line') continue
    if (direction === 'client') {
      awaited.push(text)
      if (endsMail(text)) written += 1
    } else if (/^\d{3}(?!-)/.test(text)) {
      last = awaited.shift() ?? (hasSeveral ? last : '')
      if (endsMail(last) && text.startsWith('2')) taken += 1
    }
  }
  return { written, taken }
}

/** The dot, or the last chunk: a small mail leaves in one write with the command for it. */
const endsMail = (line: string): boolean => line === '.' || /^BDAT \d+ LAST$/.test(line)
