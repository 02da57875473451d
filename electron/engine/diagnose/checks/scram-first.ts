// AUT-13: SCRAM begins as it must, hashes passwords often enough, and the server proves that it knows the one of the person.
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
  judge({ seen: { scram, proof } }) {
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
    if (proof?.failure?.kind === 'login-server-unproven') return fail(unproven, distrust, proof.evidence)
    const { iterations } = first
    if (iterations < leastIterations) {
      return warn(
        say(`Passwords are hashed ${iterations} times only.`, `Las contraseñas se cifran solo ${iterations} veces.`),
        update,
        said.evidence,
      )
    }
    if (proof !== null && proof.mechanism !== null) {
      return pass(
        say(
          `The server proved that it knows the password, and hashes it ${iterations} times.`,
          `El servidor demostró que conoce la contraseña y la cifra ${iterations} veces.`,
        ),
        proof.evidence,
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

const unproven = say(
  'The server could not prove that it knows the password: it may be another one that pretends.',
  'El servidor no pudo demostrar que conoce la contraseña: puede ser otro que se hace pasar por él.',
)
const distrust = say(
  'Send nothing to it until its administrator has told why; compare from another network.',
  'No enviarle nada hasta que su administrador explique por qué; comparar desde otra red.',
)
