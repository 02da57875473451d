// POL-02: the postmaster can be reached, in each way of writing it.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import { isPutOff, putOffWords } from '../probes/offer.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const postmasterMailbox: ProbeCheck<RecipientsSeen> = {
  id: 'POL-02',
  name: say('The postmaster can be reached', 'Se puede escribir al postmaster'),
  severity: 'medium',
  reference: 'RFC 5321 §4.5.1',
  judge({ seen: { postmaster } }) {
    const evidence = postmaster.flatMap((said) => said.evidence)
    const refused = postmaster.find(({ reply }) => reply === null || reply.code >= 400)
    if (refused === undefined) return pass(say('In each way of writing it.', 'De cada forma de escribirlo.'), evidence)
    if (refused.reply === null || refused.reply.code === 421) return indeterminate(saidWords('RCPT', refused), evidence)
    if (isPutOff(refused)) return indeterminate(putOffWords, evidence)
    const judge = refused.reply.code >= 500 ? fail : warn
    return judge(
      saidWords('RCPT', refused),
      say(
        'Make an alias for postmaster: every domain must have one, with and without its name.',
        'Crear un alias para postmaster: todo dominio debe tenerlo, con su nombre y sin él.',
      ),
      evidence,
    )
  },
}
