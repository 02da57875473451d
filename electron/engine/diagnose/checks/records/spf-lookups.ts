// SPF-03: how many lookups the SPF record costs; receivers stop after ten.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../../check.ts'
import { wordsOf } from '../../preconditions.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { costsOf, stepsOf } from '../../records/spf-tree.ts'
import { unclear } from '../../records/unclear.ts'

/** RFC 7208 §4.6.4 */
const mostLookups = 10
const comfortable = 8

export const spfLookups: RecordCheck = {
  id: 'SPF-03',
  name: say('The SPF record costs few lookups', 'El registro SPF cuesta pocas consultas'),
  severity: 'high',
  reference: 'RFC 7208 §4.6.4',
  judge({ texts, spf }) {
    if (texts.failure !== null) return unclear(texts)
    if (spf.records.length === 0) return null
    const steps = stepsOf(spf)
    const costs = listed(costsOf(spf))
    const loop = steps.find(({ unfollowed }) => unfollowed === 'loop')
    if (loop !== undefined)
      return fail(
        say(
          `“${loop.term}” leads back to a record above it, without end.`,
          `«${loop.term}» vuelve a un registro anterior, sin fin.`,
        ),
        say('Delete the part that leads back.', 'Borrar la parte que vuelve atrás.'),
      )
    const count = steps.length
    if (count > mostLookups)
      return fail(
        say(
          `The record costs ${count} lookups, and receivers stop after ${mostLookups}: ${costs.en}.`,
          `El registro cuesta ${count} consultas, y los receptores paran tras ${mostLookups}: ${costs.es}.`,
        ),
        fewer,
      )
    const failure = steps.find((step) => step.failure !== null)?.failure
    if (failure != null) {
      const { en, es } = wordsOf(failure).happened
      return indeterminate(
        say(
          `At least ${count} lookups; the rest is not known. ${en}`,
          `Al menos ${count} consultas; el resto no se sabe. ${es}`,
        ),
      )
    }
    if (count > comfortable)
      return warn(
        say(
          `The record costs ${count} of ${mostLookups} lookups: ${costs.en}.`,
          `El registro cuesta ${count} de ${mostLookups} consultas: ${costs.es}.`,
        ),
        fewer,
      )
    return pass(
      say(
        `The record costs ${count} of ${mostLookups} lookups${count === 0 ? '' : `: ${costs.en}`}.`,
        `El registro cuesta ${count} de ${mostLookups} consultas${count === 0 ? '' : `: ${costs.es}`}.`,
      ),
    )
  },
}

const fewer = say(
  'Delete services that no longer send, and name addresses (ip4, ip6) in place of hosts.',
  'Borrar los servicios que ya no envían e indicar direcciones (ip4, ip6) en lugar de equipos.',
)
