// POL-08: whether strangers are asked to come back later.
import { causeOf } from '#shared/explain/reply-causes.ts'
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'

export const greylisting: ProbeCheck<RecipientsSeen> = {
  id: 'POL-08',
  name: say('Strangers are not put off (greylisting)', 'No se hace esperar a desconocidos (lista gris)'),
  severity: 'info',
  reference: 'RFC 6647 §2',
  judge({ seen: { postmaster, abuse, unknown } }) {
    const all = [...postmaster, abuse, unknown]
    const later = all.find(({ reply }) => reply !== null && causeOf(reply, 'rcpt')?.id === 'greylisted')
    if (later === undefined) return pass(say('They are not.', 'Así es.'), all[0]?.evidence ?? [])
    return warn(
      say(
        'The first mail of a stranger is put off for some minutes. That is how greylisting works.',
        'El primer correo de un desconocido espera unos minutos. Así funciona la lista gris.',
      ),
      say(
        'Nothing has to be done; servers come back by themselves.',
        'No hay que hacer nada: los servidores vuelven solos.',
      ),
      later.evidence,
    )
  },
}
