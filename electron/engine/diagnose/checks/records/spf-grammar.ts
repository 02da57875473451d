// SPF-02: whether every term of the SPF record can be read, and none stands where it counts for nothing.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed, shortened } from '../../records/listed.ts'
import { isRedirect, reachable } from '../../records/spf-tree.ts'
import { unclear } from '../../records/unclear.ts'

export const spfGrammar: RecordCheck = {
  id: 'SPF-02',
  name: say('The SPF record can be read', 'El registro SPF se puede leer'),
  severity: 'high',
  reference: 'RFC 7208 §4.6',
  judge({ texts, spf }) {
    if (texts.failure !== null) return unclear(texts)
    if (spf.records.length === 0) return null
    const [wrong] = spf.terms.flatMap((term) => (term.kind === 'invalid' ? [term] : []))
    if (wrong !== undefined) {
      const { text, column, reason } = wrong
      return fail(
        say(
          `“${shortened(text)}” at column ${column} is wrong: ${reason.en}. Receivers drop the whole record.`,
          `«${shortened(text)}» en la columna ${column} es incorrecto: ${reason.es}. Los receptores descartan todo el registro.`,
        ),
        say('Correct or delete this part.', 'Corregir o borrar esa parte.'),
      )
    }
    const redirects = spf.terms.filter(isRedirect)
    if (redirects.length > 1)
      return fail(
        say(
          '“redirect” stands more than once, so receivers drop the whole record.',
          '«redirect» aparece más de una vez, así que los receptores descartan todo el registro.',
        ),
        say('Keep one of them.', 'Dejar uno solo.'),
      )
    const counted = reachable(spf.terms)
    const ignored = spf.terms.filter((term) => !counted.includes(term) && !isExplanation(term))
    const unknown = spf.terms.filter((term) => term.kind === 'modifier' && !isRedirect(term) && !isExplanation(term))
    const idle = [...new Set([...ignored, ...unknown])]
    if (idle.length === 0)
      return pass(say('Every part of the record counts.', 'Todas las partes del registro cuentan.'))
    const { en, es } = listed(idle.map(({ text }) => text))
    return warn(
      say(`These parts count for nothing: ${en}.`, `Estas partes no cuentan: ${es}.`),
      say(
        'Put “all” last, and delete what receivers ignore.',
        'Poner «all» al final y borrar lo que los receptores ignoran.',
      ),
    )
  },
}

const isExplanation = (term: { readonly kind: string; readonly name?: string }) =>
  term.kind === 'modifier' && term.name === 'exp'
