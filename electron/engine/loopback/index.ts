// Heloise's own SMTP server, for trying mail out on this machine. It stores nothing itself: mails go to `receive`.
export { type Authority, createAuthority, type Identity, issueIdentity } from './authority.ts'
export { isExpiring } from './expiry.ts'
export { PortUnavailable } from './listeners.ts'
export type { IncomingMail, LoopbackServer } from './options.ts'
export { startLoopback } from './start.ts'
