// AUT-10: responses as long as the tokens of OAuth 2.0 are heard to their end.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { LoginRulesSeen } from '../probes/login-rules.ts'
import { saidWords } from '../said-words.ts'

export const longResponse: ProbeCheck<LoginRulesSeen> = {
  id: 'AUT-10',
  name: say('Long logins are heard to their end', 'Los inicios de sesión largos se escuchan hasta el final'),
  severity: 'medium',
  reference: 'RFC 4954 §4',
  judge({ seen: { long, unknown } }) {
    const { reply, evidence } = long
    const advice = say(
      'Tokens may need a line of their own: Heloise waits for 334 then. Raise the limit for lines of the server to 12 288 octets.',
      'Los tokens pueden necesitar una línea propia: Heloise espera entonces el 334. Subir el límite de línea del servidor a 12 288 octetos.',
    )
    if (reply === null) return fail(saidWords('AUTH', long), advice, evidence)
    if (reply.code === unknown.reply?.code)
      return pass(say('2,000 octets are no trouble.', '2000 octetos no son problema.'), evidence)
    return warn(saidWords('AUTH', long), advice, evidence)
  },
}
