// DMA-02: whether there is one DMARC record, and receivers can read it.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import { textsOf } from '../../records/answered.ts'
import { policies } from '../../records/dmarc-record.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed, shortened } from '../../records/listed.ts'
import { tagOf } from '../../records/tag-list.ts'
import { unclear } from '../../records/unclear.ts'

/** RFC 9989 has them no more. */
const removed = ['pct', 'rf', 'ri']

export const dmarcForm: RecordCheck = {
  id: 'DMA-02',
  name: say('The DMARC record can be read', 'El registro DMARC se puede leer'),
  severity: 'high',
  reference: 'RFC 9989 §4.7',
  judge({ dmarc: { answers, own, record } }) {
    const [first] = answers
    if (first === undefined || first.failure !== null) return unclear(...answers)
    if (own.length > 1)
      return fail(
        say(
          `There are ${own.length} records, and receivers then use none of them.`,
          `Hay ${own.length} registros, y entonces los receptores no usan ninguno.`,
        ),
        say('Keep exactly one.', 'Dejar exactamente uno.'),
      )
    const [broken] = own.length === 0 ? textsOf(first).filter((text) => /dmarc/i.test(text)) : []
    if (broken !== undefined)
      return fail(
        say(`“${shortened(broken)}” is no DMARC record.`, `«${shortened(broken)}» no es un registro DMARC.`),
        say('Begin it with “v=DMARC1;”, without quotes.', 'Empezarlo con «v=DMARC1;», sin comillas.'),
      )
    if (own.length === 0 || record === null) return null
    const bad = ['p', 'sp', 'np'].flatMap((name) => {
      const value = tagOf(record.tags, name)
      return value === null || policies.some((one) => one === value.toLowerCase()) ? [] : [`${name}=${value}`]
    })
    if (bad.length > 0) {
      const { en, es } = listed(bad)
      return fail(
        say(`This is no policy: ${en}.`, `Esto no es una política: ${es}.`),
        say('Use none, quarantine or reject.', 'Usar none, quarantine o reject.'),
      )
    }
    const { tags, wrong, repeated } = record.tags
    const odd = [...wrong, ...repeated.map((name) => `${name}=`)]
    if (odd.length > 0) {
      const { en, es } = listed(odd)
      return warn(
        say(`Receivers may stumble over ${en}.`, `Los receptores pueden tropezar con ${es}.`),
        say(
          'Write each tag once, as name=value, with semicolons between them.',
          'Escribir cada etiqueta una vez, como nombre=valor, separadas por punto y coma.',
        ),
      )
    }
    const old = tags.filter(({ name }) => removed.includes(name)).map(({ name }) => name)
    if (old.length > 0) {
      const { en, es } = listed(old)
      return warn(
        say(`These tags mean nothing any more: ${en}.`, `Estas etiquetas ya no significan nada: ${es}.`),
        say(
          'Delete them; “t=y” says that a policy is being tried.',
          'Borrarlas; «t=y» dice que la política está en pruebas.',
        ),
      )
    }
    if (tags[1]?.name !== 'p' && record.policy !== null)
      return warn(
        say(
          '“p” does not stand second, and older receivers then drop the record.',
          '«p» no está en segundo lugar, y los receptores antiguos descartan entonces el registro.',
        ),
        say('Write “v=DMARC1; p=…” first.', 'Escribir primero «v=DMARC1; p=…».'),
      )
    return pass(
      say(
        'There is one record, and every part of it can be read.',
        'Hay un registro y todas sus partes se pueden leer.',
      ),
    )
  },
}
