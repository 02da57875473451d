// The lines of one mail in a session, as a log of very many of them has them.
import type { Tap } from '../../electron/engine/net/index.ts'

const mail = [
  ['client', 'MAIL FROM:<ana@example.org> SIZE=1024'],
  ['server', '250 2.1.0 Ok'],
  ['client', 'RCPT TO:<luis@example.net>'],
  ['server', '250 2.1.5 Ok'],
  ['client', 'DATA'],
  ['server', '354 End data with <CR><LF>.<CR><LF>'],
  ['client', '.'],
  ['server', '250 2.0.0 Ok: queued as 4F3A12B9C7'],
] as const

/** Answers how many entries that made. */
export function sayMail(tap: Tap): number {
  for (const [direction, line] of mail) tap.line(direction, line, 'crlf')
  return mail.length
}
