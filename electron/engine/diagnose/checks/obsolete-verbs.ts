// EHL-22: commands that should be gone, and one that strangers do not need.
import { say } from '#shared/explain/words.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import { lastOffers, notReached } from '../preconditions.ts'

/** RFC 5321 App. F */
const obsolete = new Set(['TURN', 'SEND', 'SOML', 'SAML'])

export const obsoleteVerbs: SessionCheck = {
  id: 'EHL-22',
  name: say('No obsolete commands are offered', 'No se ofrecen órdenes obsoletas'),
  severity: 'low',
  reference: 'RFC 5321 App. F',
  judge(observed) {
    const offers = lastOffers(observed)
    if (offers === null) return notReached(observed)
    const evidence = commandEvidence(observed, 'EHLO', 'last')
    const names = offers.map(({ keyword }) => keyword.toUpperCase())
    const old = names.filter((name) => obsolete.has(name))
    const off = say('Switch it off.', 'Desactivarlo.')
    if (old.length > 0) {
      return fail(say(`Offered: ${old.join(', ')}.`, `Se ofrece: ${old.join(', ')}.`), off, evidence)
    }
    if (names.includes('ETRN')) {
      return warn(
        say(
          'ETRN is offered: strangers can have queued mail tried at once.',
          'Se ofrece ETRN: los desconocidos pueden hacer que se intente entregar la cola de inmediato.',
        ),
        off,
        evidence,
      )
    }
    return pass(say('None is offered.', 'No se ofrece ninguna.'), evidence)
  },
}
