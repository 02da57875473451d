// Leaving a server: with QUIT where the conversation allows it (RFC 5321 §4.1.1.10), else by hanging up.
import type { Failure, FailureKind } from '#shared/values/failure.ts'
import type { WireOptions } from '#shared/values/wire-options.ts'
import type { Connection } from '../net/index.ts'
import { quit } from './command.ts'
import { readReply } from './exchange.ts'
import type { TimeLimits } from './time-limits.ts'

/** `failure`: why we leave, or null when all is said. Never throws; what QUIT is answered changes nothing. */
export async function leave(
  connection: Connection,
  limits: TimeLimits,
  failure: Failure | null,
  way: WireOptions['leave'] = 'quit',
): Promise<void> {
  if (way === 'reset') return connection.drop('We reset the connection, as told.', 'reset')
  if (way === 'drop') return connection.drop('We hung up without QUIT, as told.')
  if (canGoOn(failure) && wasGreeted(connection)) {
    try {
      connection.enter('quit')
      connection.send([quit()])
      await readReply(connection, 'QUIT', limits.quit)
    } catch {
      // The server is gone or silent: either way we have left.
    }
  }
  connection.drop()
}

/** Whether server and client still agree on whose turn it is, so that another command makes sense. */
export function canGoOn(failure: Failure | null): boolean {
  if (failure === null) return true
  // RFC 5321 §3.8: whoever says 421 closes the connection, whatever it was said to.
  if (outOfStep.has(failure.kind) || failure.reply?.code === 421) return false
  return failure.reply !== null || localRefusals.has(failure.kind)
}

/** The server must not be talked to before its greeting. */
const wasGreeted = ({ tap }: Connection): boolean => tap.stage !== 'connect'

const outOfStep: ReadonlySet<FailureKind> = new Set([
  'service-closing',
  'outcome-unknown',
  'reply-malformed',
  'starttls-injection',
  'stopped',
])

/** We chose to end it; the server has done nothing wrong. */
const localRefusals: ReadonlySet<FailureKind> = new Set([
  'starttls-not-offered',
  'login-not-offered',
  'login-mechanism-unavailable',
  'login-needs-tls',
  'mail-too-large',
  'needs-smtputf8',
  'needs-8bitmime',
  'needs-binarymime',
  'extension-not-offered',
  'extension-unusable',
  'wire-option-invalid',
  'address-invalid',
  'profile-invalid',
])
