// POL-12: a parameter that the server did not offer is refused.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const unknownParameter: ProbeCheck<RecipientsSeen> = {
  id: 'POL-12',
  name: say('Unknown parameters are refused', 'Los parámetros desconocidos se rechazan'),
  severity: 'low',
  reference: 'RFC 5321 §4.1.1.11',
  judge({ seen: { parameter } }) {
    const { reply, evidence } = parameter
    if (reply === null || reply.code === 421) return indeterminate(saidWords('MAIL', parameter), evidence)
    if (reply.code === 555) return pass(say('555, as it should be.', '555, como debe ser.'), evidence)
    const update = say('Update the server.', 'Actualizar el servidor.')
    if (reply.code >= 400) {
      return warn(
        say(
          `Refused by ${reply.code}, where 555 would be right.`,
          `Rechazado con ${reply.code}, donde lo correcto sería 555.`,
        ),
        update,
        evidence,
      )
    }
    return fail(
      say('A parameter that nobody knows is passed over.', 'Un parámetro que nadie conoce se pasa por alto.'),
      update,
      evidence,
    )
  },
}
