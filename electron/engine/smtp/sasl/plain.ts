// PLAIN (RFC 4616): user and password in one response.
import { type Credentials, hiddenResponse, respond, type SaslMechanism, unexpected } from './mechanism.ts'

export function plain({ user, secret }: Credentials): SaslMechanism {
  const response = hiddenResponse(`\0${user}\0${secret}`, `[${user}, password hidden]`)
  return {
    name: 'PLAIN',
    initial: response,
    answer: (challenge, index) =>
      index === 0 && challenge.length === 0
        ? respond(response)
        : unexpected('PLAIN has a single response, but the server asked for more'),
  }
}
