// AUT-05: a mechanism that the server does not know is refused as such, and not as a wrong password.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { LoginRulesSeen } from '../probes/login-rules.ts'
import { saidWords } from '../said-words.ts'

export const unknownMechanism: ProbeCheck<LoginRulesSeen> = {
  id: 'AUT-05',
  name: say('Unknown mechanisms are refused as such', 'Los mecanismos desconocidos se rechazan como tales'),
  severity: 'low',
  reference: 'RFC 4954 §4',
  judge({ seen: { unknown } }) {
    const { reply, evidence } = unknown
    if (reply === null || reply.code < 400)
      return fail(saidWords('AUTH', unknown), say('Update the server.', 'Actualizar el servidor.'), evidence)
    if (reply.code === 504) return pass(say('504, as it should be.', '504, como debe ser.'), evidence)
    return warn(
      say(
        `The answer is ${reply.code}, where 504 would be right.`,
        `La respuesta es ${reply.code}, donde lo correcto sería 504.`,
      ),
      say(
        'Do not read it as a wrong password: choose “automatic” as mechanism.',
        'No debe leerse como contraseña errónea: elegir «automático» como mecanismo.',
      ),
      evidence,
    )
  },
}
