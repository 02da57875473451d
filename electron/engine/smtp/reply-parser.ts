// Replies (RFC 5321 §4.2), read line by line; nothing is known here of sockets or of what was asked.
import type { Reply } from '#shared/values/reply.ts'
import type { ReadLine } from '../net/incoming.ts'

/** More lines and more octets than any sound server sends; the limits only guard memory. */
export const maxReplyLines = 1_000
export const maxReplyOctets = 1024 * 1024

/** What is odd in a reply that can be understood all the same. */
export type ReplyOddity = 'bare-lf' | 'codes-differ'

export type ReplyStep =
  | { readonly kind: 'more' }
  | { readonly kind: 'reply'; readonly reply: Reply; readonly oddities: readonly ReplyOddity[] }
  /** The line is no reply line, or the reply is over a limit; nothing after it can be trusted. */
  | { readonly kind: 'malformed'; readonly text: string }
  | { readonly kind: 'too-long'; readonly limit: string }

export type ReplyParser = { line(line: ReadLine): ReplyStep }

export function createReplyParser(): ReplyParser {
  let code: number | null = null
  let texts: string[] = []
  let size = 0
  let oddities: ReplyOddity[] = []

  const finish = (lastCode: number): ReplyStep => {
    const step: ReplyStep = { kind: 'reply', reply: toReply(lastCode, texts), oddities }
    code = null
    texts = []
    size = 0
    oddities = []
    return step
  }

  return {
    line({ octets, text, ending }) {
      if (!replyLine.test(text)) return { kind: 'malformed', text }
      const lineCode = Number(text.slice(0, 3))
      if (ending !== 'crlf' && !oddities.includes('bare-lf')) oddities.push('bare-lf')
      // RFC 5321 §4.2.1: the code is the same on every line. The last one counts, as it does for most clients.
      if (code !== null && code !== lineCode && !oddities.includes('codes-differ')) oddities.push('codes-differ')
      code = lineCode
      texts.push(text.slice(4))
      size += octets.length
      if (text[3] !== '-') return finish(lineCode)
      if (texts.length >= maxReplyLines) return { kind: 'too-long', limit: `${maxReplyLines} lines` }
      return size >= maxReplyOctets ? { kind: 'too-long', limit: `${maxReplyOctets} octets` } : { kind: 'more' }
    },
  }
}

/** Whether a text without a line end could go on as a line of a reply. */
export const beginsReply = (text: string): boolean => /^\d{0,3}$|^\d{3}(?:[ -]|\r$|\r?\n)/.test(text)

/** RFC 5321 §4.2: three digits, then a hyphen, a space, or nothing at all (which it asks clients to bear). */
const replyLine = /^\d{3}(?:[ -]|$)/

/** RFC 3463 §2 */
const enhancedCode = /^([245]\.\d{1,3}\.\d{1,3})(?: +|$)/

function toReply(code: number, texts: readonly string[]): Reply {
  const enhanced = enhancedCode.exec(texts[0] ?? '')?.[1] ?? null
  // RFC 2034 §4: the enhanced code stands on every line; where a later line has none, its text is left as it is.
  const plain = enhanced === null ? texts : texts.map((text) => text.replace(enhancedCode, ''))
  return { code, enhanced, text: plain.join('\n') }
}
