// How a connection fails while it is used: broken off, too slow, without an end, or at the TLS handshake.
import type { SmtpError } from '../smtp-error.ts'
import type { Connection } from './connection.ts'
import type { HandshakeFailure } from './handshake.ts'
import { maxLineLength } from './line-splitter.ts'
import { errorCode } from './system-errors.ts'
import { clientCertificateAlert } from './tls-alerts.ts'

/** `error` is what the socket said of it; null when the other side just closed. */
export function lost(connection: Connection, error: Error | null): SmtpError {
  if (connection.signal.aborted)
    return connection.failure('stopped', `The session with ${place(connection)} was stopped.`)
  const code = errorCode(error)
  const alert = clientCertificateAlert(code)
  if (alert !== null)
    return handshakeFailed(connection, { kind: 'client-certificate-refused', reason: alert, cause: error })
  const reason = code || 'the server closed the connection'
  const message = `The connection to ${place(connection)} broke off: ${reason}.`
  return connection.failure('connection-lost', message, { facts: { reason }, cause: error })
}

export function timedOut(connection: Connection, awaited: string, seconds: number): SmtpError {
  const message = `${place(connection)} did not answer ${awaited} within ${seconds} seconds.`
  return connection.failure('reply-timed-out', message, { facts: { command: awaited, seconds: String(seconds) } })
}

export function tooLong(connection: Connection): SmtpError {
  const limit = `${maxLineLength} octets a line`
  const message = `${place(connection)} sent a line without an end: over ${limit}.`
  return connection.failure('reply-too-long', message, { facts: { limit } })
}

export function handshakeFailed(
  connection: Connection,
  { kind, reason, cause, seconds }: HandshakeFailure & { readonly seconds?: number },
): SmtpError {
  const message = `The TLS handshake with ${place(connection)} failed: ${reason}.`
  const limit = seconds === undefined ? {} : { command: 'the TLS handshake', seconds: String(seconds) }
  return connection.failure(kind, message, { facts: { reason, ...limit }, cause })
}

const place = ({ peer }: Connection): string => (peer.family === 'unix' ? peer.host : `${peer.host} port ${peer.port}`)
