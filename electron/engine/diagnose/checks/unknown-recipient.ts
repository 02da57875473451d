// POL-01: an address that nobody has is refused at once.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import { isPutOff, putOffWords } from '../probes/offer.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const unknownRecipient: ProbeCheck<RecipientsSeen> = {
  id: 'POL-01',
  name: say('Unknown recipients are refused at once', 'Los destinatarios desconocidos se rechazan enseguida'),
  severity: 'medium',
  reference: 'RFC 5321 §3.3',
  judge({ seen: { unknown } }) {
    const { reply, evidence } = unknown
    if (reply === null || reply.code === 421) return indeterminate(saidWords('RCPT', unknown), evidence)
    if (isPutOff(unknown)) return indeterminate(putOffWords, evidence)
    if (reply.code >= 500) return pass(say('They are.', 'Así es.'), evidence)
    const advice = say(
      'Let the server know its recipients. What it sends back later often goes to somebody whose address was forged.',
      'Hacer que el servidor conozca a sus destinatarios. Lo que devuelve después llega a menudo a alguien cuya dirección se falsificó.',
    )
    if (reply.code >= 400) return warn(saidWords('RCPT', unknown), advice, evidence)
    return fail(
      say(
        'An address of twenty random letters is taken: the server takes mail for anybody, or sends it back later.',
        'Se acepta una dirección de veinte letras al azar: el servidor acepta correo para cualquiera, o lo devuelve después.',
      ),
      advice,
      evidence,
    )
  },
}
