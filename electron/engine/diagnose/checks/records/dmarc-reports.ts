// DMA-04: whether the reports of DMARC arrive anywhere.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import { textsOf } from '../../records/answered.ts'
import { isDmarc } from '../../records/dmarc-record.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const dmarcReports: RecordCheck = {
  id: 'DMA-04',
  name: say('DMARC reports arrive', 'Los informes DMARC llegan'),
  severity: 'medium',
  reference: 'RFC 9990 §4',
  judge({ domain, dmarc: { record, reports } }) {
    if (record === null) return null
    if (record.aggregate.length === 0)
      return warn(
        say(
          'No address for reports is given, so nobody sees who sends in this name.',
          'No se indica dirección para informes, así que nadie ve quién envía en este nombre.',
        ),
        say('Add “rua=mailto:…” with a mailbox that is read.', 'Añadir «rua=mailto:…» con un buzón que se lea.'),
      )
    const bad = reports.filter((place) => place.domain === null)
    if (bad.length > 0) {
      const { en, es } = listed(bad.map(({ address }) => address))
      return fail(
        say(`This is no address for reports: ${en}.`, `Esto no es una dirección para informes: ${es}.`),
        say('Write it as mailto:name@domain.', 'Escribirla como mailto:nombre@dominio.'),
      )
    }
    const dead = reports.filter(({ servers }) =>
      servers.every(({ failure, records }) => failure === null && records.length === 0),
    )
    if (dead.length > 0) {
      const { en, es } = listed(dead.map(({ address }) => address))
      return fail(
        say(`No server takes mail for ${en}.`, `Ningún servidor recibe correo para ${es}.`),
        say('Correct the address, so that reports arrive.', 'Corregir la dirección para que lleguen los informes.'),
      )
    }
    const refused = reports.filter(
      ({ permission }) => permission !== null && permission.failure === null && !textsOf(permission).some(isDmarc),
    )
    if (refused.length > 0) {
      const { en, es } = listed(refused.map(({ address }) => address))
      return fail(
        say(
          `Reports go nowhere: the domain of ${en} has not agreed to take them.`,
          `Los informes no llegan: el dominio de ${es} no ha aceptado recibirlos.`,
        ),
        say(
          `Its owner must publish “v=DMARC1” as TXT at ${domain}._report._dmarc below it.`,
          `Su dueño debe publicar «v=DMARC1» como TXT en ${domain}._report._dmarc bajo ese dominio.`,
        ),
      )
    }
    const permissions = reports.flatMap(({ permission }) => (permission === null ? [] : [permission]))
    const silent = reports.filter(({ servers }) => servers.every(({ records }) => records.length === 0))
    const trouble = unclear(...permissions, ...silent.flatMap(({ servers }) => servers))
    const { en, es } = listed(reports.map(({ address }) => address))
    return trouble ?? pass(say(`Reports go to ${en}.`, `Los informes van a ${es}.`))
  },
}
