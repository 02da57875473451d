// POL-10: a mail may have a hundred recipients.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MalformedSeen } from '../probes/malformed.ts'
import { saidWords } from '../said-words.ts'

/** RFC 5321 §4.5.3.1.8 */
const enough = 100

export const manyRecipients: ProbeCheck<MalformedSeen> = {
  id: 'POL-10',
  name: say('A mail may have a hundred recipients', 'Un correo puede tener cien destinatarios'),
  severity: 'low',
  reference: 'RFC 5321 §4.5.3.1.8',
  judge({ seen: { recipients, recipient } }) {
    if (recipients === null) return indeterminate(saidWords('RCPT', recipient), recipient.evidence)
    const { taken, last } = recipients
    if (taken >= enough) return pass(say('It may.', 'Así es.'), last.evidence)
    const summary = say(`Only ${taken} are taken in one mail.`, `Solo se aceptan ${taken} en un correo.`)
    const advice = say('Heloise sends the rest in further mails.', 'Heloise envía el resto en otros correos.')
    const isLater = last.reply !== null && last.reply.code < 500
    return (isLater ? warn : fail)(summary, advice, last.evidence)
  },
}
