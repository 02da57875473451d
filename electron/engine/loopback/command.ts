// One command line into verb and argument. Pure grammar; what a verb means in which phase is phases.ts.
import { isAscii } from 'node:buffer'
import { type Verb, verbs } from './phases.ts'

export type Command = { readonly verb: Verb; readonly argument: string }

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const controls = /[\x00-\x08\x0a-\x1f\x7f]/

/** Null when the line holds control characters or is not UTF-8. */
export function parseCommand(line: Uint8Array): Command | null {
  const text = decode(line)
  if (text === null || controls.test(text)) return null
  const [word = ''] = text.split(/[ \t]/, 1)
  const verb = verbs.find((known) => known === word.toUpperCase()) ?? 'unknown'
  return { verb, argument: text.slice(word.length).trim() }
}

const httpLine = /^(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PRI) |\bHTTP\/\d/i

/** A browser that was led to post to this port (cross-protocol request forgery) begins so. */
export const isHttp = (line: Uint8Array): boolean => httpLine.test(Buffer.from(line).toString('latin1'))

/** RFC 8446 §5.1: a handshake record. The client began TLS where the port begins in plain text. */
export const isTlsHello = (octets: Uint8Array): boolean => octets[0] === 0x16

function decode(line: Uint8Array): string | null {
  // Nearly every command is ASCII, which needs no decoder.
  if (isAscii(line)) return Buffer.from(line.buffer, line.byteOffset, line.byteLength).toString('latin1')
  try {
    return utf8.decode(line)
  } catch {
    return null
  }
}
