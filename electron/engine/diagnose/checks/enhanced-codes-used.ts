// EHL-19: a server that promises detailed codes gives them.
import { say } from '#shared/explain/words.ts'
import { offers as isOffered } from '../../smtp/capabilities.ts'
import { pass, type SessionCheck, warn } from '../check.ts'
import { lastOffers } from '../preconditions.ts'

export const enhancedCodesUsed: SessionCheck = {
  id: 'EHL-19',
  name: say('Promised detailed codes are given', 'Los códigos detallados prometidos se dan'),
  severity: 'low',
  reference: 'RFC 2034 §4',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null || !isOffered(offers, 'ENHANCEDSTATUSCODES')) return null
    // RFC 2034 §4: not in the greeting, nor in the answers to EHLO and HELO.
    const replies = observed.entries.filter(
      ({ direction, kind, text, stage }) =>
        direction === 'server' &&
        kind === 'line' &&
        stage !== 'greeting' &&
        stage !== 'ehlo' &&
        /^[245]\d\d /.test(text),
    )
    if (replies.length === 0) return null
    const bare = replies.filter(({ text }) => !/^\d{3} [245]\.\d{1,3}\.\d{1,3}\b/.test(text))
    if (bare.length === 0) {
      return pass(
        say('Every reply has one.', 'Todas las respuestas lo llevan.'),
        replies.map(({ index }) => index),
      )
    }
    return warn(
      say(
        `${bare.length} of ${replies.length} replies have none, so their causes have to be guessed from the text.`,
        `${bare.length} de ${replies.length} respuestas no lo llevan, así que sus causas hay que adivinarlas por el texto.`,
      ),
      say('Update the server.', 'Actualizar el servidor.'),
      bare.map(({ index }) => index),
    )
  },
}
