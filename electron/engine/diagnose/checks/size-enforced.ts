// EHL-10: a mail over the stated limit is refused when it is announced, and not after it was sent.
import { say } from '#shared/explain/words.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MannersSeen } from '../probes/manners.ts'
import { saidWords } from '../said-words.ts'

export const sizeEnforced: ProbeCheck<MannersSeen> = {
  id: 'EHL-10',
  name: say('Mails that are too large are refused early', 'Los correos demasiado grandes se rechazan pronto'),
  severity: 'low',
  reference: 'RFC 1870 §6.1',
  judge({ seen: { tooLarge } }) {
    if (tooLarge === null) return null
    const { said } = tooLarge
    if (said.reply === null) return indeterminate(saidWords('MAIL', said), said.evidence)
    if (said.reply.code >= 500 && said.reply.code !== 530) {
      return pass(say('It is refused as soon as it is announced.', 'Se rechaza en cuanto se anuncia.'), said.evidence)
    }
    if (said.reply.code >= 400) return indeterminate(saidWords('MAIL', said), said.evidence)
    return warn(
      say(
        'A mail that is announced as too large is welcomed; the refusal comes only after it was sent.',
        'Un correo anunciado como demasiado grande es bienvenido; el rechazo llega solo después de enviarlo.',
      ),
      say(
        'Heloise refuses it by itself. Other clients send it in vain: have the server look at SIZE= of MAIL.',
        'Heloise lo rechaza por sí misma. Otros clientes lo envían en vano: hacer que el servidor mire SIZE= en MAIL.',
      ),
      said.evidence,
    )
  },
}
