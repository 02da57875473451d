// ANONYMOUS (RFC 4505): no proof at all; the user, if any, is a trace that the server may keep.
import { type Credentials, openResponse, respond, type SaslMechanism, unexpected } from './mechanism.ts'

export function anonymous({ user }: Credentials): SaslMechanism {
  // RFC 4505 §2: up to 255 characters, which is more than a user has in practice; the server judges the rest.
  const trace = [...user].slice(0, 255).join('')
  const response = openResponse(trace, trace === '' ? '=' : `[trace: ${trace}]`)
  return {
    name: 'ANONYMOUS',
    initial: response,
    answer: (challenge, index) =>
      index === 0 && challenge.length === 0
        ? respond({ ...response, shown: trace === '' ? '' : response.shown })
        : unexpected('ANONYMOUS has a single response, but the server asked for more'),
  }
}
