// ROB-13: delivery reports can be asked for where they are offered.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { saidWords } from '../said-words.ts'

export const dsnParameters: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-13',
  name: say('Delivery reports can be asked for', 'Se pueden pedir informes de entrega'),
  severity: 'info',
  reference: 'RFC 3461 §4',
  judge({ seen: { dsn } }) {
    if (dsn === null)
      return warn(
        say(
          'DSN is not offered: whoever sends cannot ask for a report of what became of the mail.',
          'No se ofrece DSN: quien envía no puede pedir un informe de qué fue del correo.',
        ),
        say(
          'Offer DSN where senders want to know what became of a mail.',
          'Ofrecer DSN donde quien envía quiera saber qué fue de un correo.',
        ),
      )
    const evidence = dsn.flatMap((said) => said.evidence)
    const [mail, rcpt] = dsn
    if (mail === undefined || rcpt === undefined || mail.reply === null || mail.reply.code === 530)
      return indeterminate(say('MAIL was not taken at all.', 'MAIL no se aceptó en absoluto.'), evidence)
    const refused = [mail, rcpt].find(({ reply }) => reply !== null && [501, 504, 555].includes(reply.code))
    if (refused === undefined) return pass(say('They can.', 'Así es.'), evidence)
    return fail(
      saidWords(refused === mail ? 'MAIL' : 'RCPT', refused),
      say(
        'DSN is offered and its parameters are refused: withdraw the offer or mend it.',
        'DSN se ofrece y sus parámetros se rechazan: retirar la oferta o arreglarla.',
      ),
      evidence,
    )
  },
}
