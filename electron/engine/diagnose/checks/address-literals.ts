// POL-05: whether mail may be addressed to an IP address.
import { say } from '#shared/explain/words.ts'
import { indeterminate, info, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const addressLiterals: ProbeCheck<RecipientsSeen> = {
  id: 'POL-05',
  name: say('Mail to an IP address', 'Correo a una dirección IP'),
  severity: 'info',
  reference: 'RFC 5321 §4.1.3',
  judge({ seen: { literal } }) {
    const { reply, evidence } = literal
    if (reply === null || reply.code === 421) return indeterminate(saidWords('RCPT', literal), evidence)
    if (reply.code < 300) return pass(say('It is taken.', 'Se acepta.'), evidence)
    return info(
      say('It is refused, as most servers do today.', 'Se rechaza, como hoy la mayoría de los servidores.'),
      null,
      evidence,
    )
  },
}
