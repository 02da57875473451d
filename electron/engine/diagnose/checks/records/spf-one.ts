// SPF-01: whether the domain publishes exactly one SPF record.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import { textsOf } from '../../records/answered.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { shortened } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const spfOne: RecordCheck = {
  id: 'SPF-01',
  name: say('One SPF record is published', 'Hay un único registro SPF'),
  severity: { warn: 'medium', fail: 'high' },
  reference: 'RFC 7208 §4.5',
  judge({ domain, texts, spf }) {
    if (texts.failure !== null) return unclear(texts)
    const [record, ...others] = spf.records
    if (others.length > 0)
      return fail(
        say(
          `${domain} has ${spf.records.length} SPF records, and receivers then use none of them.`,
          `${domain} tiene ${spf.records.length} registros SPF, y entonces los receptores no usan ninguno.`,
        ),
        say('Merge them into one record.', 'Unirlos en un solo registro.'),
      )
    if (record !== undefined)
      return pass(say(`The record is “${shortened(record)}”.`, `El registro es «${shortened(record)}».`))
    const [broken] = textsOf(texts).filter((text) => /^\W*v\W{0,3}spf/i.test(text))
    if (broken !== undefined)
      return warn(
        say(`“${shortened(broken)}” is no SPF record.`, `«${shortened(broken)}» no es un registro SPF.`),
        say(
          'Begin it with “v=spf1” and a space, without quotes.',
          'Empezarlo con «v=spf1» y un espacio, sin comillas.',
        ),
      )
    return warn(
      say(
        `${domain} does not say which servers may send its mail.`,
        `${domain} no dice qué servidores pueden enviar su correo.`,
      ),
      say(
        'Publish a TXT record that begins with “v=spf1”, lists the senders and ends with “~all”; “v=spf1 -all” for a domain that sends nothing.',
        'Publicar un registro TXT que empiece por «v=spf1», indique los remitentes y termine en «~all»; «v=spf1 -all» para un dominio que no envía nada.',
      ),
    )
  },
}
