// AUT-03: a login that is not offered before encryption is not taken there either.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { LoginRulesSeen } from '../probes/login-rules.ts'
import { saidWords } from '../said-words.ts'
import { loginsInsideTls } from '../settings.ts'

export const hiddenLogin: ProbeCheck<LoginRulesSeen> = {
  id: 'AUT-03',
  name: say('No hidden login before encryption', 'Sin inicio de sesión oculto antes del cifrado'),
  severity: 'high',
  reference: 'RFC 4954 §4',
  judge({ seen: { hidden } }) {
    if (hidden === null) return null
    if (hidden.reply === null) return indeterminate(saidWords('AUTH PLAIN', hidden), hidden.evidence)
    if (hidden.reply.code !== 334)
      return pass(say('AUTH PLAIN is refused in plain text.', 'AUTH PLAIN se rechaza en claro.'), hidden.evidence)
    return fail(
      say(
        'AUTH PLAIN is not offered in plain text, but taken: a careless client shows its password.',
        'AUTH PLAIN no se ofrece en claro, pero se acepta: un cliente descuidado muestra su contraseña.',
      ),
      advise('Take logins inside TLS alone.', 'Aceptar inicios de sesión solo dentro de TLS.', loginsInsideTls),
      hidden.evidence,
    )
  },
}
