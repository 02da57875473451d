// XOAUTH2 (Google's form, also Microsoft's and Yahoo's): an access token, and a reason in JSON when it is refused.
import {
  type Credentials,
  hiddenResponse,
  nothing,
  respond,
  respondToRefusal,
  type SaslMechanism,
  unexpected,
} from './mechanism.ts'
import { readOauthError } from './oauth-error.ts'

export function xoauth2({ user, secret }: Credentials): SaslMechanism {
  const response = hiddenResponse(`user=${user}\x01auth=Bearer ${secret}\x01\x01`, `[${user}, token hidden]`)
  return {
    name: 'XOAUTH2',
    initial: response,
    answer(challenge, index) {
      if (index === 0 && challenge.length === 0) return respond(response)
      if (index > 1) return unexpected('XOAUTH2 has no further challenge')
      // The error comes as a challenge; an empty response makes the server say 535.
      return respondToRefusal(nothing, 'XOAUTH2', readOauthError(challenge))
    },
  }
}
