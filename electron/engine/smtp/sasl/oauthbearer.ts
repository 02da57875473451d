// OAUTHBEARER (RFC 7628): an access token in the standard form, and a reason in JSON when it is refused.
import {
  hiddenResponse,
  type LoginContext,
  openResponse,
  respond,
  respondToRefusal,
  type SaslMechanism,
  unexpected,
} from './mechanism.ts'
import { readOauthError } from './oauth-error.ts'
import { saslName } from './scram.ts'

export function oauthbearer({ user, secret, host, port }: LoginContext): SaslMechanism {
  const header = user === '' ? 'n,,' : `n,a=${saslName(user)},`
  // RFC 7628 §3.1
  const fields = [`host=${host}`, `port=${port}`, `auth=Bearer ${secret}`]
  const response = hiddenResponse(
    `${[header, ...fields].join('\x01')}\x01\x01`,
    `[${header} ${host}:${port}, token hidden]`,
  )
  return {
    name: 'OAUTHBEARER',
    initial: response,
    answer(challenge, index) {
      if (index === 0 && challenge.length === 0) return respond(response)
      if (index > 1) return unexpected('OAUTHBEARER has no further challenge')
      // RFC 7628 §3.2.3: a lone ^A makes the server end the exchange with its refusal.
      return respondToRefusal(openResponse('\x01', 'AQ=='), 'OAUTHBEARER', readOauthError(challenge))
    },
  }
}
