// What of a login must not be seen: in the server's lines, in its challenges once decoded, and in what is noted of them.
import type { Connection } from '../net/index.ts'

export type LoginSecrets = {
  /** Base64 that gives the secret away; before it is sent. */
  add(base64: string): void
  /** A text of the server, without them. */
  without(text: string): string
  /** For the challenges from now on. `proof`: the next one proves the server, and a weak password could be guessed with it. */
  cover(next: 'challenge' | 'proof'): void
  uncover(): void
}

export function loginSecrets(connection: Connection, secret: string): LoginSecrets {
  const hidden = [Buffer.from(secret).toString('base64'), secret].filter((text) => text.length >= shortest)
  connection.hide(hidden)
  const without = (text: string) => hidden.reduce((rest, one) => rest.replaceAll(one, '[hidden]'), text)

  const coverWith = (next: 'challenge' | 'proof') => (line: string) => {
    const [, begin, challenge = ''] = /^(334[ -])(.*)$/s.exec(line) ?? []
    if (begin === undefined || challenge === '') return undefined
    if (next === 'proof') return `${begin}[proof hidden]`
    const decoded = Buffer.from(challenge, 'base64').toString('utf8')
    return without(decoded) === decoded ? undefined : `${begin}[hidden]`
  }
  return {
    add(base64) {
      if (base64.length < shortest) return
      hidden.unshift(base64)
      connection.hide([base64])
    },
    without,
    cover: (next) => connection.cover(coverWith(next)),
    uncover: () => connection.cover(null),
  }
}

/** Shorter ones stand in ordinary words by chance; hiding them there would tell more than it hides. */
const shortest = 4
