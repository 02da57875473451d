// Drafts become bytes, bytes become readable mails. Who is to get them, and how, is decided elsewhere.
export { type ComposeTools, composeMail } from './compose.ts'
export type { ComposedMail } from './composed-mail.ts'
export { fileOctets } from './file-octets.ts'
export { headOctets, readHead } from './mail-head.ts'
export { withMessageId } from './message-id.ts'
export { openMail, wordsOf } from './open-mail.ts'
export { composeRawMail } from './raw-mail.ts'
export { mailSeries } from './series.ts'
