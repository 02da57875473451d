// How the body of a mail was changed after it was signed: what is tried until the hash of the signature comes out. Pure.
import { createHash } from 'node:crypto'
import { canonicalBody } from './canonical.ts'
import type { DkimSignature } from './signature.ts'

export type Alteration =
  /** Something was put behind the first `lines` lines. */
  | { readonly kind: 'appended'; readonly lines: number; readonly text: string }
  /** Something was put before line `line`. */
  | { readonly kind: 'prepended'; readonly line: number; readonly text: string }
  /** Spaces or line ends were changed; the relaxed form would have borne it. */
  | { readonly kind: 'spaces' }
  /** Lines that begin with a dot have one dot too many, or lack one (RFC 5321 §4.5.2). */
  | { readonly kind: 'dots' }
  /** What was signed had no body at all. */
  | { readonly kind: 'empty' }

/** Larger bodies are not tried: each trial reads all of it. */
const mostOctets = 500_000
const mostLines = 5_000
/** Lines that may have been put before it; banners are short. */
const mostPrepended = 20

/** Null where none of them explains it. */
export function alterationOf(body: string, { bodyForm, bodyHash, length }: DkimSignature): Alteration | null {
  const isSigned = (text: string) => hash(text, length) === bodyHash
  const is = (text: string) => isSigned(canonicalBody(text, bodyForm))
  if (body.length > mostOctets) return null
  if (is('')) return { kind: 'empty' }
  if (bodyForm === 'simple' && isSigned(canonicalBody(body, 'relaxed'))) return { kind: 'spaces' }
  if (is(body.replace(/^\.\./gm, '.')) || is(body.replace(/^\./gm, '..'))) return { kind: 'dots' }
  return length === null ? lengthened(body, { bodyForm, bodyHash }) : null
}

function lengthened(body: string, signature: Pick<DkimSignature, 'bodyForm' | 'bodyHash'>): Alteration | null {
  const lines = body.split(/(?<=\r\n)/)
  if (lines.length > mostLines) return null
  const count = signedLines(lines, signature)
  if (count !== null) return { kind: 'appended', lines: count, text: lines.slice(count).join('').trim() }
  for (let line = 1; line < Math.min(lines.length, mostPrepended); line += 1) {
    const rest = canonicalBody(lines.slice(line).join(''), signature.bodyForm)
    if (hash(rest, null) === signature.bodyHash)
      return { kind: 'prepended', line: line + 1, text: lines.slice(0, line).join('').trim() }
  }
  return null
}

/** How many of the first lines have the hash; every line is read once. */
function signedLines(
  lines: readonly string[],
  { bodyForm, bodyHash }: Pick<DkimSignature, 'bodyForm' | 'bodyHash'>,
): number | null {
  const running = createHash('sha256')
  let empty = 0
  for (const [index, line] of lines.entries()) {
    const text = canonicalBody(line, bodyForm)
    if (text === '' || text === '\r\n') {
      empty += 1
      continue
    }
    running.update(Buffer.from('\r\n'.repeat(empty) + text, 'latin1'))
    empty = 0
    if (running.copy().digest('base64') === bodyHash) return index + 1
  }
  return null
}

function hash(text: string, length: number | null): string {
  const octets = Buffer.from(text, 'latin1')
  return createHash('sha256')
    .update(length === null ? octets : octets.subarray(0, length))
    .digest('base64')
}
