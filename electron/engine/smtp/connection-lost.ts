// Whether the server hung up, rather than anything else that can end a conversation: it may have told why before.
import { SmtpError } from '../smtp-error.ts'

export const isConnectionLost = (error: unknown): boolean =>
  error instanceof SmtpError && error.failure.kind === 'connection-lost'
