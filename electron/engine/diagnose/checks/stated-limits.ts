// EHL-15: the limits that the server states can be read, so that clients can keep to them.
import { say } from '#shared/explain/words.ts'
import { findCapability } from '../../smtp/capabilities.ts'
import { pass, type SessionCheck, warn } from '../check.ts'
import { offerEvidence } from '../evidence.ts'
import { lastOffers } from '../preconditions.ts'

/** RFC 9422 §3: name=value; §4: the value of those that are registered is a number up to 999999. */
const limit = /^[A-Z0-9][A-Z0-9-]*=[^;\s]+$/i
const number = /^(MAILMAX|RCPTMAX|RCPTDOMAINMAX)=([1-9]\d{0,5})$/i

export const statedLimits: SessionCheck = {
  id: 'EHL-15',
  name: say('Stated limits can be read (LIMITS)', 'Los límites indicados se pueden leer (LIMITS)'),
  severity: 'info',
  reference: 'RFC 9422 §3',
  judge(observed) {
    const stated = findCapability(lastOffers(observed) ?? [], 'LIMITS')
    if (stated === null) return null
    const evidence = offerEvidence(observed, 'LIMITS', observed.afterTls === null ? 'before' : 'after')
    const wrong = stated.parameters.filter(
      (text) => !limit.test(text) || (/^(MAILMAX|RCPTMAX|RCPTDOMAINMAX)=/i.test(text) && !number.test(text)),
    )
    const all = stated.parameters.join(', ')
    if (wrong.length === 0) return pass(say(`The server states ${all}.`, `El servidor indica ${all}.`), evidence)
    return warn(
      say(`Limits that cannot be read: ${wrong.join(', ')}.`, `Límites que no se pueden leer: ${wrong.join(', ')}.`),
      say(
        'Clients must then pass over all of them. Write each as NAME=NUMBER.',
        'Entonces los clientes deben pasarlos todos por alto. Escribir cada uno como NOMBRE=NÚMERO.',
      ),
      evidence,
    )
  },
}
