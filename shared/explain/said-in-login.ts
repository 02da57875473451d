// What a line of a login says once its base64 is undone: the response behind AUTH, a challenge, or the answer to one.
import { decodeBase64Text } from './base64.ts'

/** Null where there is no base64 in it, or nothing in that. Four capitals are a command. */
export function saidInLogin(line: string): string | null {
  if (/^[A-Z]{4}$/.test(line.trim())) return null
  const [, word] = /^(?:AUTH\s+\S+\s+|334[ -])?(\S+)$/i.exec(line.trim()) ?? []
  const text = word === undefined ? null : decodeBase64Text(word)
  return text === '' ? null : text
}
