// XOAUTH2 (Google's form, also Microsoft's and Yahoo's): an access token, and a reason in JSON when it is refused.
import { type Credentials, hiddenResponse, respond, type SaslMechanism, unexpected } from './mechanism.ts'

export function xoauth2({ user, secret }: Credentials): SaslMechanism {
  const response = hiddenResponse(`user=${user}\x01auth=Bearer ${secret}\x01\x01`, `[${user}, token hidden]`)
  return {
    name: 'XOAUTH2',
    initial: response,
    answer(challenge, index) {
      if (index === 0 && challenge.length === 0) return respond(response)
      if (index > 1) return unexpected('XOAUTH2 has no further challenge')
      // The error comes as a challenge; an empty response makes the server say 535.
      return respond(
        { octets: Buffer.alloc(0), shown: '', isSecret: false },
        `XOAUTH2 was refused: ${readError(challenge)}`,
      )
    },
  }
}

/** `{"status":"401","schemes":"Bearer","scope":"…"}` as words; anything else as it is. */
function readError(challenge: Buffer): string {
  const text = challenge.toString('utf8')
  try {
    const error: unknown = JSON.parse(text)
    if (typeof error !== 'object' || error === null) return text
    return Object.entries(error)
      .map(([name, value]) => `${name} ${String(value)}`)
      .join(', ')
  } catch {
    return text
  }
}
