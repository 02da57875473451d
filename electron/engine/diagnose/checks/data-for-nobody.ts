// ROB-14: a mail for nobody is not asked for.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { saidWords } from '../said-words.ts'

export const dataForNobody: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-14',
  name: say('A mail for nobody is refused', 'Un correo para nadie se rechaza'),
  severity: 'medium',
  reference: 'RFC 5321 §3.3',
  judge({ seen: { data } }) {
    const { reply, evidence } = data
    if (reply === null) return indeterminate(saidWords('DATA', data), evidence)
    if (reply.code !== 354) return pass(say('It is.', 'Así es.'), evidence)
    return fail(
      say('DATA is taken although there is no recipient.', 'DATA se acepta aunque no hay destinatario.'),
      say(
        'Heloise stops before; other clients lose such mails. Update the server.',
        'Heloise se detiene antes; otros clientes pierden esos correos. Actualizar el servidor.',
      ),
      evidence,
    )
  },
}
