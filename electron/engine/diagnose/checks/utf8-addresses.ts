// ROB-11: addresses with accents are taken where they are offered.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { saidWords } from '../said-words.ts'

export const utf8Addresses: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-11',
  name: say('Addresses with accents are taken', 'Se aceptan direcciones con acentos'),
  severity: 'low',
  reference: 'RFC 6531 §3.1',
  judge({ seen: { utf8 } }) {
    if (utf8 === null) {
      return warn(
        say('SMTPUTF8 is not offered, so they are not.', 'No se ofrece SMTPUTF8, así que no.'),
        say('Switch SMTPUTF8 on, or use ASCII addresses.', 'Activar SMTPUTF8 o usar direcciones ASCII.'),
      )
    }
    const { reply, evidence } = utf8
    if (reply === null || reply.code === 530) return indeterminate(saidWords('MAIL', utf8), evidence)
    if (reply.code < 400) return pass(say('They are.', 'Así es.'), evidence)
    return fail(
      saidWords('MAIL', utf8),
      say(
        'SMTPUTF8 is offered and refused: withdraw the offer or mend it.',
        'SMTPUTF8 se ofrece y se rechaza: retirar la oferta o arreglarla.',
      ),
      evidence,
    )
  },
}
