// EHL-11: the extensions that make mail better, and what is lost without each.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { offers as isOffered } from '../../smtp/capabilities.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { lastOffers, notReached } from '../preconditions.ts'

const losses: readonly (readonly [keyword: string, loss: Words])[] = [
  ['PIPELINING', say('each command waits for its answer', 'cada orden espera su respuesta')],
  [
    'SIZE',
    say(
      'a mail that is too large is noticed only after it was sent',
      'un correo demasiado grande se nota solo después de enviarlo',
    ),
  ],
  ['8BITMIME', say('accents have to be recoded', 'los acentos se deben recodificar')],
  [
    'ENHANCEDSTATUSCODES',
    say('causes of refusals are told less exactly', 'las causas de rechazo se indican con menos exactitud'),
  ],
  ['DSN', say('delivery reports cannot be asked for', 'no se pueden pedir informes de entrega')],
  ['SMTPUTF8', say('addresses with accents cannot be reached', 'no se llega a direcciones con acentos')],
  ['CHUNKING', say('large mails travel the old way', 'los correos grandes viajan a la antigua')],
]

export const usefulExtensions: SessionCheck = {
  id: 'EHL-11',
  name: say('Useful extensions', 'Extensiones útiles'),
  severity: 'low',
  reference: 'RFC 6409 §7',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null) return notReached(observed)
    const evidence = commandEvidence(observed, 'EHLO', 'last')
    const missing = losses.filter(([keyword]) => !isOffered(offers, keyword))
    if (missing.length === 0) {
      return pass(say('Every useful extension is offered.', 'Se ofrecen todas las extensiones útiles.'), evidence)
    }
    const summary = say(
      `Not offered: ${missing.map(([keyword, loss]) => `${keyword} (${loss.en})`).join('; ')}.`,
      `No se ofrecen: ${missing.map(([keyword, loss]) => `${keyword} (${loss.es})`).join('; ')}.`,
    )
    const advice = say('Switch them on in the server.', 'Activarlas en el servidor.')
    // RFC 6409 §7: a submission server must offer 8BITMIME.
    const isBroken = observed.endpoint.role === 'submission' && missing.some(([keyword]) => keyword === '8BITMIME')
    return isBroken ? fail(summary, advice, evidence) : warn(summary, advice, evidence)
  },
}
