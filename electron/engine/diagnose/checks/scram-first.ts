// AUT-13: SCRAM begins as it must, and hashes passwords often enough.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { WrongLoginsSeen } from '../probes/wrong-logins.ts'
import { saidWords } from '../said-words.ts'

/** RFC 7677 §4 */
const leastIterations = 4096

export const scramFirst: ProbeCheck<WrongLoginsSeen> = {
  id: 'AUT-13',
  name: say('SCRAM proves both sides', 'SCRAM prueba a ambas partes'),
  severity: 'high',
  reference: 'RFC 5802 §5.1',
  judge({ seen: { scram } }) {
    if (scram === null) return null
    const { said, first } = scram
    if (first === null) return indeterminate(saidWords('AUTH', said), said.evidence)
    const update = say(
      'Update the server, or the store of its passwords.',
      'Actualizar el servidor o su almacén de contraseñas.',
    )
    if ('reason' in first) {
      return fail(
        say(
          `The first message of the server is wrong: ${first.reason}.`,
          `El primer mensaje del servidor es erróneo: ${first.reason}.`,
        ),
        update,
        said.evidence,
      )
    }
    const { iterations } = first
    if (iterations < leastIterations) {
      return warn(
        say(`Passwords are hashed ${iterations} times only.`, `Las contraseñas se cifran solo ${iterations} veces.`),
        update,
        said.evidence,
      )
    }
    return pass(
      say(
        `It begins well; passwords are hashed ${iterations} times.`,
        `Empieza bien; las contraseñas se cifran ${iterations} veces.`,
      ),
      said.evidence,
    )
  },
}
