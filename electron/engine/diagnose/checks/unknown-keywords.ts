// EHL-07: keywords that stand in no registry, and what they are where that is known.
import { isRegisteredKeyword } from '#shared/explain/keywords.ts'
import { localKeywords } from '#shared/explain/local-keywords.ts'
import { say } from '#shared/explain/words.ts'
import { info, pass, type SessionCheck, warn } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { lastOffers, notReached } from '../preconditions.ts'

export const unknownKeywords: SessionCheck = {
  id: 'EHL-07',
  name: say('Every extension is known', 'Todas las extensiones son conocidas'),
  severity: 'info',
  reference: 'RFC 5321 §2.2.2',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null) return notReached(observed)
    const evidence = commandEvidence(observed, 'EHLO', 'last')
    // RFC 5321 §2.2.2: what begins with X is agreed upon by two sides alone.
    const strange = offers
      .map(({ keyword }) => keyword.toUpperCase())
      .filter((name) => !isRegisteredKeyword(name) && !/^(X|AUTH=)/.test(name))
    if (strange.length === 0) {
      return pass(say('Every keyword is registered.', 'Todas las palabras clave están registradas.'), evidence)
    }
    const names = strange.join(', ')
    const summary = say(
      `These keywords stand in no registry: ${names}.`,
      `Estas palabras clave no están en ningún registro: ${names}.`,
    )
    const areLocal = strange.every((name) => localKeywords[name] !== undefined)
    return areLocal ? info(summary, null, evidence) : warn(summary, ignored, evidence)
  },
}

const ignored = say(
  'Clients pass over what they do not know; ask whoever runs the server what they are for.',
  'Los clientes pasan por alto lo que no conocen; preguntar a quien lleva el servidor para qué sirven.',
)
