// The server's half of OAUTHBEARER (RFC 7628) and XOAUTH2. Nobody gives out tokens for this server, so each one is wrong.
import type { Exchange } from './login.ts'

/** RFC 7628 §3.2.2; `status` is one of RFC 6750 §3.1. */
const error = JSON.stringify({ status: 'invalid_token', schemes: 'bearer', scope: 'mail' })

export function* token(): Exchange {
  yield { text: '', holding: 'token' }
  // RFC 7628 §3.2.3: the client answers the error, and then the login fails.
  yield { text: error, holding: 'token' }
  return 'wrong token'
}
