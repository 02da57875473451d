// POL-03: complaints find somebody.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import { isPutOff, putOffWords } from '../probes/offer.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const abuseMailbox: ProbeCheck<RecipientsSeen> = {
  id: 'POL-03',
  name: say('Complaints find somebody (abuse@)', 'Las quejas llegan a alguien (abuse@)'),
  severity: 'low',
  reference: 'RFC 2142 §4',
  judge({ seen: { abuse } }) {
    const { reply, evidence } = abuse
    if (reply === null || reply.code === 421) return indeterminate(saidWords('RCPT', abuse), evidence)
    if (isPutOff(abuse)) return indeterminate(putOffWords, evidence)
    if (reply.code < 300) return pass(say('The address abuse@ is taken.', 'Se acepta la dirección abuse@.'), evidence)
    const judge = reply.code >= 500 ? fail : warn
    return judge(saidWords('RCPT', abuse), say('Make an alias for abuse.', 'Crear un alias para abuse.'), evidence)
  },
}
