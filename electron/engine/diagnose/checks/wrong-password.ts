// AUT-06: a wrong password is refused, and the session bears it.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { WrongLoginsSeen } from '../probes/wrong-logins.ts'
import { saidWords } from '../said-words.ts'

export const wrongPassword: ProbeCheck<WrongLoginsSeen> = {
  id: 'AUT-06',
  name: say('A wrong password is refused', 'Una contraseña errónea se rechaza'),
  severity: 'critical',
  reference: 'RFC 4954 §6',
  judge({ seen: { known } }) {
    if (known === null) return null
    const { said, after } = known
    const evidence = [...said.evidence, ...after.evidence]
    if (said.reply === null) return indeterminate(saidWords('AUTH', said), evidence)
    if (said.reply.code < 300) {
      return fail(
        say(
          'A random password lets us in: nobody checks them.',
          'Una contraseña al azar nos deja entrar: nadie las comprueba.',
        ),
        say(
          'Look at once how the server checks logins.',
          'Revisar de inmediato cómo comprueba el servidor los inicios de sesión.',
        ),
        evidence,
      )
    }
    if (said.reply.code !== 535) {
      return warn(
        saidWords('AUTH', said),
        say(
          '535 would tell clients that user or password is wrong.',
          '535 indicaría a los clientes que el usuario o la contraseña no son correctos.',
        ),
        evidence,
      )
    }
    if (after.end === 'closed') {
      return warn(
        say('It is refused, and the server hangs up.', 'Se rechaza, y el servidor cuelga.'),
        say('A person cannot try again in the same session.', 'No se puede volver a intentar en la misma sesión.'),
        evidence,
      )
    }
    return pass(say('It is, by 535.', 'Así es, con 535.'), evidence)
  },
}
