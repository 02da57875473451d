// EHL-06: the EHLO answer does not contradict itself.
import { say } from '#shared/explain/words.ts'
import type { Capability } from '#shared/values/capability.ts'
import type { Words } from '#shared/values/settings.ts'
import { offers as isOffered } from '../../smtp/capabilities.ts'
import { fail, pass, type SessionCheck } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { lastOffers, notReached } from '../preconditions.ts'

export const contradictions: SessionCheck = {
  id: 'EHL-06',
  name: say('The offers agree with each other', 'Las ofertas concuerdan entre sí'),
  severity: 'medium',
  reference: 'RFC 5321 §4.1.1.1',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null) return notReached(observed)
    const evidence = commandEvidence(observed, 'EHLO', 'last')
    const found = contradictionsIn(offers)
    if (found.length === 0) {
      return pass(say('Nothing contradicts anything.', 'Nada contradice a nada.'), evidence)
    }
    return fail(
      say(found.map(({ en }) => en).join(' '), found.map(({ es }) => es).join(' ')),
      say(
        'Clients may believe either. Correct the settings, or the proxy that mixes two answers.',
        'Los clientes pueden creer cualquiera de las dos cosas. Corregir los ajustes, o el proxy que mezcla dos respuestas.',
      ),
      evidence,
    )
  },
}

function contradictionsIn(offers: readonly Capability[]): Words[] {
  const found: Words[] = []
  for (const name of repeated(offers)) {
    found.push(
      say(`${name} is offered twice, with different values.`, `${name} se ofrece dos veces, con valores distintos.`),
    )
  }
  for (const [name, needed] of dependent) {
    if (!isOffered(offers, name) || isOffered(offers, needed)) continue
    found.push(say(`${name} is offered without ${needed}.`, `${name} se ofrece sin ${needed}.`))
  }
  if (hasOtherAuth(offers))
    found.push(say('AUTH and AUTH= name different mechanisms.', 'AUTH y AUTH= indican mecanismos distintos.'))
  return found
}

/** RFC 3030 §3, RFC 6531 §3.1 */
const dependent: readonly (readonly [string, string])[] = [
  ['BINARYMIME', 'CHUNKING'],
  ['SMTPUTF8', '8BITMIME'],
]

const saidOf = ({ keyword, parameters }: Capability) => [keyword, ...parameters].join(' ').toUpperCase()

function repeated(offers: readonly Capability[]): string[] {
  const names = [...new Set(offers.map(({ keyword }) => keyword.toUpperCase()))]
  return names.filter(
    (name) => new Set(offers.filter(({ keyword }) => keyword.toUpperCase() === name).map(saidOf)).size > 1,
  )
}

function hasOtherAuth(offers: readonly Capability[]): boolean {
  const mechanisms = (pattern: RegExp) =>
    offers
      .filter(({ keyword }) => pattern.test(keyword))
      .flatMap((offer) =>
        saidOf(offer)
          .replace(/^AUTH[ =]?/, '')
          .split(' '),
      )
      .filter((name) => name !== '')
      .sort()
      .join(' ')
  const [today, old] = [mechanisms(/^AUTH$/i), mechanisms(/^AUTH=/i)]
  return today !== '' && old !== '' && today !== old
}
