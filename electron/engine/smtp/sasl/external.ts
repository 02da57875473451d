// EXTERNAL (RFC 4422 App. A): the client certificate has said who we are; only whom we act for is left to say.
import { type Credentials, openResponse, respond, type SaslMechanism, unexpected } from './mechanism.ts'

/** Without a user the server takes the one in the certificate. */
export function external({ user }: Credentials): SaslMechanism {
  const response = openResponse(user, user === '' ? '=' : `[user: ${user}]`)
  return {
    name: 'EXTERNAL',
    initial: response,
    answer: (challenge, index) =>
      index === 0 && challenge.length === 0
        ? respond({ ...response, shown: user === '' ? '' : response.shown })
        : unexpected('EXTERNAL has a single response, but the server asked for more'),
  }
}
