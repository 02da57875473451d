// A refusal as a server sent it, and what it means there.
import type { Provider, ReplyPlace } from '#shared/explain/provider.ts'
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'

/** `row`: of the table of error explanations. Provider null: told by the text alone. */
export type Captured = readonly [row: number, stage: Stage, at: Provider | null, line: string, cause: string | null]

export const placeOf: Record<Provider, ReplyPlace> = {
  gmail: { host: 'smtp.gmail.com' },
  microsoft: { host: 'smtp.office365.com' },
  yahoo: { host: 'smtp.mail.yahoo.com' },
  icloud: { host: 'smtp.mail.me.com' },
  postfix: { host: 'mx.example', greeting: 'mx.example ESMTP Postfix (Debian/GNU)' },
  exim: { host: 'mx.example', greeting: 'mx.example ESMTP Exim 4.96 Tue, 01 Jan 2026 00:00:00 +0000' },
  opensmtpd: { host: 'mx.example', greeting: 'mx.example ESMTP OpenSMTPD' },
  dovecot: { host: 'mx.example', greeting: 'mx.example Dovecot (Debian) ready.' },
  sendmail: { host: 'mx.example', greeting: 'mx.example ESMTP Sendmail 8.17.1.9/8.17.1.9/Debian-2' },
}

export function replyOf(line: string): Reply {
  const [, code = '', enhanced = null, text = ''] = /^(\d{3}) (?:([245]\.\d+\.\d+) )?(.*)$/.exec(line) ?? []
  return { code: Number(code), enhanced, text }
}
