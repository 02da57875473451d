// POL-09: a sender whose domain does not exist is not believed.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'
import { knownSenderDomains } from '../settings.ts'

export const senderDomain: ProbeCheck<RecipientsSeen> = {
  id: 'POL-09',
  name: say('Senders of domains that do not exist are refused', 'Se rechazan remitentes de dominios que no existen'),
  severity: 'info',
  reference: 'RFC 5321 §7.9',
  judge({ seen: { nowhere, postmaster } }) {
    const { mail, recipient } = nowhere
    const last = recipient ?? mail
    const evidence = [...mail.evidence, ...(recipient?.evidence ?? [])]
    if (last.reply === null || last.reply.code === 421)
      return indeterminate(saidWords(recipient === null ? 'MAIL' : 'RCPT', last), evidence)
    if (last.reply.code >= 400) {
      const isForSender = recipient === null || postmaster[0]?.reply?.code === 250
      return isForSender ? pass(say('They are refused.', 'Se rechazan.'), evidence) : indeterminate(alwaysRefused)
    }
    return warn(
      say(
        'A sender is taken although the domain of its address cannot exist.',
        'Se acepta un remitente aunque el dominio de su dirección no puede existir.',
      ),
      advise(
        'Refuse senders whose domain does not exist.',
        'Rechazar remitentes cuyo dominio no existe.',
        knownSenderDomains,
      ),
      evidence,
    )
  },
}

const alwaysRefused = say(
  'Not judged: the postmaster is refused from anyone.',
  'Sin valorar: se rechaza al postmaster venga de quien venga.',
)
