// SPF-04: whether the SPF record leads to names that are not there, or to too many.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../../check.ts'
import { wordsOf } from '../../preconditions.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { stepsOf } from '../../records/spf-tree.ts'
import { unclear } from '../../records/unclear.ts'

/** RFC 7208 §4.6.4 */
const mostVoid = 2
const mostMxHosts = 10

export const spfDeadNames: RecordCheck = {
  id: 'SPF-04',
  name: say('The names in the SPF record exist', 'Los nombres del registro SPF existen'),
  severity: 'high',
  reference: 'RFC 7208 §4.6.4',
  judge({ texts, spf }) {
    if (texts.failure !== null) return unclear(texts)
    if (spf.records.length === 0) return null
    const steps = stepsOf(spf)
    const missing = steps.filter(({ node, failure }) => node !== null && failure === null && node.records.length !== 1)
    if (missing.length > 0) {
      const { en, es } = listed(missing.map(({ term }) => term))
      return fail(
        say(
          `There is not one SPF record where these lead, so receivers drop the whole record: ${en}.`,
          `Donde llevan estas partes no hay un único registro SPF, así que los receptores descartan todo el registro: ${es}.`,
        ),
        deadAdvice,
      )
    }
    const empty = steps.filter(({ isVoid }) => isVoid)
    const { en, es } = listed(empty.map(({ term }) => term))
    if (empty.length > mostVoid)
      return fail(
        say(
          `The record contains ${empty.length} names that are empty, and receivers stop after ${mostVoid}: ${en}.`,
          `El registro contiene ${empty.length} nombres vacíos, y los receptores paran tras ${mostVoid}: ${es}.`,
        ),
        deadAdvice,
      )
    const crowded = steps.filter(({ hosts }) => hosts > mostMxHosts)
    if (crowded.length > 0) {
      const { en, es } = listed(crowded.map(({ term }) => term))
      return fail(
        say(
          `More than ${mostMxHosts} mail servers are meant by ${en}.`,
          `Más de ${mostMxHosts} servidores de correo en ${es}.`,
        ),
        say('Name their addresses (ip4, ip6) instead.', 'Indicar en su lugar sus direcciones (ip4, ip6).'),
      )
    }
    const failure = steps.find((step) => step.failure !== null)?.failure
    if (failure != null) {
      const { en, es } = wordsOf(failure).happened
      return indeterminate(say(`Not judged: ${en}`, `Sin valorar: ${es}`))
    }
    if (empty.length > 0)
      return warn(
        say(`The record contains names that are empty: ${en}.`, `El registro contiene nombres vacíos: ${es}.`),
        deadAdvice,
      )
    return pass(
      say('Every name in the record leads somewhere.', 'Todos los nombres del registro llevan a algún sitio.'),
    )
  },
}

const deadAdvice = say('Delete these parts, or correct their names.', 'Borrar esas partes o corregir sus nombres.')
