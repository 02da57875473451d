// POL-09: a sender whose domain does not exist is not believed.
import { say } from '#shared/explain/words.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const senderDomain: ProbeCheck<RecipientsSeen> = {
  id: 'POL-09',
  name: say('Senders without a domain are not believed', 'No se cree a remitentes sin dominio'),
  severity: 'info',
  reference: 'RFC 5321 §7.9',
  judge({ seen: { nowhere } }) {
    const { reply, evidence } = nowhere
    if (reply === null || reply.code === 421) return indeterminate(saidWords('MAIL', nowhere), evidence)
    if (reply.code >= 400) return pass(say('They are refused.', 'Se rechazan.'), evidence)
    return warn(
      say(
        'A sender in a domain that cannot exist is welcome at MAIL; it may be refused later.',
        'Se acepta en MAIL un remitente de un dominio que no puede existir; puede que se rechace más tarde.',
      ),
      say(
        'Refuse it; in Postfix: reject_unknown_sender_domain.',
        'Rechazarlo; en Postfix: reject_unknown_sender_domain.',
      ),
      evidence,
    )
  },
}
