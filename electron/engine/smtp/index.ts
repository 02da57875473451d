// SMTP: its language, and our half of the conversation. Its grammar is imported file by file.

export { askEtrn, askExpn, askHelp, askLine, askNoop, askOctets, askRset, askVrfy } from './ask.ts'
export { authMechanisms } from './capabilities.ts'
export { checkWire } from './check-wire.ts'
export { type MailSource, sendMails } from './flight.ts'
export { type Inspection, inspect } from './inspect.ts'
export { leave } from './leave.ts'
export { refusalKind } from './refusal.ts'
export { isTransient } from './reply-class.ts'
export { sendMail } from './send-mail.ts'
export { nothingKnown, openSession, type ServerFacts, type Session, type SessionPlan } from './session.ts'
export { type TimeLimits, timeLimits } from './time-limits.ts'
export type { MailResult } from './transaction.ts'
