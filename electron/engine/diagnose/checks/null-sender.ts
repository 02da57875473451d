// POL-04: reports and bounces, which have no sender, arrive.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const nullSender: ProbeCheck<RecipientsSeen> = {
  id: 'POL-04',
  name: say('Bounces are taken (null sender)', 'Se aceptan las devoluciones (remitente nulo)'),
  severity: 'high',
  reference: 'RFC 5321 §4.5.5',
  judge({ seen: { bounce, postmaster } }) {
    const { reply, evidence } = bounce
    if (reply === null || reply.code === 421) return indeterminate(saidWords('RCPT', bounce), evidence)
    if (reply.code < 300) return pass(say('They are.', 'Así es.'), evidence)
    const isAboutRecipient = postmaster[0]?.reply?.code === reply.code
    if (isAboutRecipient) return indeterminate(noPostmaster, evidence)
    const judge = reply.code >= 500 ? fail : warn
    return judge(
      say(
        'Mail without a sender is refused, so you will never hear of what could not be delivered.',
        'Se rechaza el correo sin remitente: nunca habrá noticia de lo que no se pudo entregar.',
      ),
      say('Take MAIL FROM:<>, as every server must.', 'Aceptar MAIL FROM:<>, como debe todo servidor.'),
      evidence,
    )
  },
}

const noPostmaster = say(
  'Not judged: the postmaster is refused from anyone.',
  'Sin valorar: el postmaster se rechaza venga de quien venga.',
)
