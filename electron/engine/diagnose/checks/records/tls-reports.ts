// TRP-01: whether senders are told where to report that TLS failed.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import { textsOf } from '../../records/answered.ts'
import { reportDomain } from '../../records/dmarc-record.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { shortened } from '../../records/listed.ts'
import { readTagList, tagOf } from '../../records/tag-list.ts'
import { unclear } from '../../records/unclear.ts'

export const tlsReports: RecordCheck = {
  id: 'TRP-01',
  name: say('Reports about TLS are asked for', 'Se piden informes sobre TLS'),
  severity: 'low',
  reference: 'RFC 8460 §3',
  judge({ domain, tlsRpt }) {
    if (tlsRpt.failure !== null) return unclear(tlsRpt)
    const [record, ...others] = textsOf(tlsRpt).filter((text) => /^v=TLSRPTv1[ \t]*;/.test(text))
    if (record === undefined)
      return warn(
        say(
          `You will not hear when mail to ${domain} cannot be encrypted.`,
          `No sabrá cuándo el correo a ${domain} no se puede cifrar.`,
        ),
        say(
          `Publish “v=TLSRPTv1; rua=mailto:…” at _smtp._tls.${domain}.`,
          `Publicar «v=TLSRPTv1; rua=mailto:…» en _smtp._tls.${domain}.`,
        ),
      )
    if (others.length > 0)
      return fail(
        say(
          'There are several records, and senders then use none.',
          'Hay varios registros, y entonces los remitentes no usan ninguno.',
        ),
        say('Keep exactly one.', 'Dejar exactamente uno.'),
      )
    const places = (tagOf(readTagList(record), 'rua') ?? '').split(',').map((one) => one.trim())
    const wrong = places.find((place) => reportDomain(place) === null && !/^https:\/\/[^\s/]+/i.test(place))
    if (wrong !== undefined)
      return fail(
        say(`“${shortened(wrong)}” is no place for reports.`, `«${shortened(wrong)}» no es un destino para informes.`),
        say(
          'Write rua=mailto:name@domain, or an https address.',
          'Escribir rua=mailto:nombre@dominio, o una dirección https.',
        ),
      )
    return pass(
      say(`Reports go to ${shortened(places.join(', '))}.`, `Los informes van a ${shortened(places.join(', '))}.`),
    )
  },
}
