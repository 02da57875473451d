// EHL-05: the lines of the EHLO answer are keywords, as clients expect them.
import { say } from '#shared/explain/words.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { commandEvidence, endEvidence } from '../evidence.ts'
import { firstOffers, notReached, wordsOf } from '../preconditions.ts'

/** RFC 5321 §4.1.1.1; `AUTH=` is the form of old servers. */
const keyword = /^([A-Za-z0-9][A-Za-z0-9-]*|AUTH=\S*)$/i

const unreadable: ReadonlySet<FailureKind> = new Set(['reply-malformed', 'reply-too-long'])

export const keywordGrammar: SessionCheck = {
  id: 'EHL-05',
  name: say('Extensions are well formed', 'Las extensiones están bien formadas'),
  severity: 'low',
  reference: 'RFC 5321 §4.1.1.1',
  judge(observed) {
    const { failure } = observed
    if (failure?.stage === 'ehlo' && unreadable.has(failure.kind)) {
      return fail(
        say('The answer to EHLO cannot be read.', 'La respuesta a EHLO no se puede leer.'),
        wordsOf(failure).advice,
        endEvidence(observed),
      )
    }
    const offers = firstOffers(observed)
    if (offers === null) return notReached(observed)
    const evidence = commandEvidence(observed, 'EHLO')
    const lines = observed.entries.filter(({ index }) => evidence.includes(index)).slice(1)
    const hasEmpty = lines.slice(1).some(({ text }) => /^250[ -]?\s*$/.test(text))
    const odd = offers.map((offer) => offer.keyword).filter((text) => !keyword.test(text) || /^OK$/i.test(text))
    if (odd.length === 0 && !hasEmpty) {
      return pass(say('Every line is a keyword.', 'Cada línea es una palabra clave.'), evidence)
    }
    const found = [...odd, ...(hasEmpty ? ['“”'] : [])].join(', ')
    return warn(
      say(`These lines are no keywords: ${found}.`, `Estas líneas no son palabras clave: ${found}.`),
      say(
        'Look what adds them, the server or something in between. Most clients pass over them.',
        'Mirar qué las añade, el servidor o algo intermedio. La mayoría de los clientes las pasa por alto.',
      ),
      evidence,
    )
  },
}
