// ROB-17: the server says what became of a mail.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MalformedSeen } from '../probes/malformed.ts'
import { saidWords } from '../said-words.ts'

export const outcomeTold: ProbeCheck<MalformedSeen> = {
  id: 'ROB-17',
  name: say('The end of a mail is answered', 'El final de un correo tiene respuesta'),
  severity: 'high',
  reference: 'RFC 5321 §4.5.3.2.6',
  judge({ seen: { mail, recipient } }) {
    if (mail === null) return indeterminate(saidWords('RCPT', recipient), recipient.evidence)
    if (mail.reply !== null) return pass(say('It is.', 'Así es.'), mail.evidence)
    return fail(
      say(
        'After the end of a mail no answer came: nobody knows whether it was taken.',
        'Tras el final de un correo no llegó respuesta: nadie sabe si se aceptó.',
      ),
      say(
        'Look at the log of the server, and at filters that take long. Such a mail must not be sent again by itself.',
        'Mirar el registro del servidor y los filtros lentos. Un correo así no debe reenviarse solo.',
      ),
      mail.evidence,
    )
  },
}
