// EHL-09: how large a mail may be.
import { formatOctets } from '#shared/explain/octets.ts'
import { say } from '#shared/explain/words.ts'
import { findCapability } from '../../smtp/capabilities.ts'
import { fail, info, pass, type SessionCheck, warn } from '../check.ts'
import { offerEvidence } from '../evidence.ts'
import { lastOffers, notReached } from '../preconditions.ts'

/** Octets: below it, an ordinary attachment may be refused. */
const enough = 10_000_000
/** What is left for attachments once base64 and its line ends have taken their share. */
const usable = 0.73

export const sizeLimit: SessionCheck = {
  id: 'EHL-09',
  name: say('Largest mail (SIZE)', 'Tamaño máximo (SIZE)'),
  severity: 'low',
  reference: 'RFC 1870 §4',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null) return notReached(observed)
    const evidence = offerEvidence(observed, 'SIZE', observed.afterTls === null ? 'before' : 'after')
    const size = findCapability(offers, 'SIZE')
    const advice = say('Set a limit and state it by SIZE.', 'Fijar un límite e indicarlo con SIZE.')
    if (size === null) {
      return info(
        say(
          'The server does not say how large a mail may be.',
          'El servidor no indica lo grande que puede ser un correo.',
        ),
        advice,
      )
    }
    const figure = size.parameters[0] ?? '0'
    if (!/^\d{1,20}$/.test(figure)) {
      return fail(say(`SIZE names no number: “${figure}”.`, `SIZE no indica un número: «${figure}».`), advice, evidence)
    }
    const limit = Number(figure)
    if (limit === 0) return warn(say('There is no fixed limit.', 'No hay un límite fijo.'), advice, evidence)
    const summary = say(
      `Mails above ${formatOctets(limit, 'en')} are refused: about ${formatOctets(limit * usable, 'en')} of attachments.`,
      `Se rechazan correos de más de ${formatOctets(limit, 'es')}: unos ${formatOctets(limit * usable, 'es')} de adjuntos.`,
    )
    if (limit >= enough) return pass(summary, evidence)
    return warn(summary, say('Raise the limit to 10 MB or more.', 'Subir el límite a 10 MB o más.'), evidence)
  },
}
