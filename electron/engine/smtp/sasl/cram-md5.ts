// CRAM-MD5 (RFC 2195): the password signs the server's challenge and does not travel.
import { createHmac } from 'node:crypto'
import { type Credentials, hiddenResponse, respond, type SaslMechanism, unexpected } from './mechanism.ts'

export function cramMd5({ user, secret }: Credentials): SaslMechanism {
  return {
    name: 'CRAM-MD5',
    initial: null,
    answer(challenge, index) {
      if (index > 0) return unexpected('CRAM-MD5 has one challenge, but the server sent another')
      if (challenge.length === 0) return unexpected('the challenge is empty, so there is nothing to sign')
      const digest = createHmac('md5', secret).update(challenge).digest('hex')
      // The digest is hidden too: with the challenge beside it, a weak password can be guessed from it.
      return respond(hiddenResponse(`${user} ${digest}`, `[${user}, digest hidden]`))
    },
  }
}
