// What `heloise loopback` tells: where it listens, then each mail. For a person in words, for a program as JSON Lines.

import { visible } from '#shared/transcript/text.ts'
import type { Listener } from '#shared/values/loopback.ts'
import type { IncomingMail } from '../../engine/loopback/index.ts'
import type { Terminal } from '../terminal.ts'
import type { TakenMail } from './mail-folder.ts'

export type Opening = {
  readonly listeners: readonly Listener[]
  readonly login: { readonly user: string; readonly password: string }
  readonly authority: { readonly file: string; readonly pem: string }
  readonly folder: string | null
}

export type Announcer = {
  opened(opening: Opening): void
  received(mail: IncomingMail, taken: TakenMail): void
}

export const announcerOf = (isJson: boolean, terminal: Terminal): Announcer =>
  isJson ? jsonAnnouncer(terminal) : wordsAnnouncer(terminal)

/** The shapes that scripts rely on. */
function jsonAnnouncer({ out }: Terminal): Announcer {
  const line = (value: object) => out.write(`${JSON.stringify(value)}\n`)
  return {
    opened: ({ listeners, login, authority }) =>
      line({
        listening: listeners.map(({ port, security, auth }) => ({ port, security, auth })),
        login,
        ca: authority.pem,
      }),
    received: ({ envelopeFrom, envelopeTo, isTls, user }, { id, size, file }) =>
      line({ received: { id, from: envelopeFrom, to: envelopeTo, size, tls: isTls, user, file } }),
  }
}

function wordsAnnouncer({ out, words }: Terminal): Announcer {
  const { bold, dim, green } = out.colors
  return {
    opened({ listeners, login, authority, folder }) {
      const ports = listeners.map(
        ({ port, security, auth }) => `  ${bold(String(port))}  ${words.listener[security]}, ${words.listener[auth]}`,
      )
      const facts = [words.login(login.user, login.password), words.authority(authority.file)]
      const lines = [words.listening, ...ports, ...facts, ...(folder === null ? [] : [words.savedIn(folder)])]
      out.write(`${lines.join('\n')}\n`)
    },
    received({ envelopeFrom, envelopeTo }, { size, file }) {
      const facts = [words.size(size), file].filter((fact) => fact !== null).join(' · ')
      out.write(`${green(visible(words.received(envelopeFrom, envelopeTo)))}  ${dim(facts)}\n`)
    },
  }
}
