// Refusals beside the table: filters, and words that tell nothing.
import type { Captured } from './captured.ts'

export const elsewhere: readonly Captured[] = [
  [0, 'data', null, '554 5.7.1 Spam message rejected', 'content-filtered'],
  [0, 'data', null, '554 5.6.0 The content of this mail is refused', 'content-filtered'],
  [0, 'mail', null, '450 4.7.0 Too many messages, slow down', 'too-fast'],
  [0, 'auth', null, '535 5.7.13 User account disabled', 'account-disabled'],
  [0, 'rcpt', null, '550 5.0.0 No', null],
  [0, 'rcpt', 'microsoft', '550 5.0.0 No', null],
  [0, 'rcpt', null, '550 5.4.1 Recipient address rejected: Access denied', null],
  [0, 'rcpt', null, '250 2.1.5 Ok, relay access denied', null],
  [0, 'quit', 'postfix', '221 2.0.0 Bye', null],
]
