// LOGIN (draft-murchison-sasl-login): the user, then the password, whatever words the server asks with.
import { type Credentials, hiddenResponse, respond, type SaslMechanism, unexpected } from './mechanism.ts'

export function login({ user, secret }: Credentials): SaslMechanism {
  return {
    name: 'LOGIN',
    initial: null,
    answer(_challenge, index) {
      if (index === 0) return respond({ octets: Buffer.from(user, 'utf8'), shown: `[user: ${user}]`, isSecret: false })
      if (index === 1) return respond(hiddenResponse(secret, '[password hidden]'))
      return unexpected('LOGIN asks twice, but the server asked a third time')
    },
  }
}
