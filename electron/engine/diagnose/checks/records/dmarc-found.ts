// DMA-01: whether a DMARC policy holds for the domain.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { shortened } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const dmarcFound: RecordCheck = {
  id: 'DMA-01',
  name: say('A DMARC policy is published', 'Hay una política DMARC publicada'),
  severity: 'high',
  reference: 'RFC 9989 §4.10',
  judge({ domain, dmarc: { answers, record, owner } }) {
    if (record !== null && owner === domain) {
      const text = shortened(record.text)
      return pass(say(`The record is “${text}”.`, `El registro es «${text}».`))
    }
    const trouble = unclear(...answers)
    if (trouble !== null) return trouble
    if (record !== null)
      return info(
        say(
          `${domain} has no record of its own; that of ${owner} holds for it.`,
          `${domain} no tiene registro propio; vale el de ${owner}.`,
        ),
        null,
      )
    return fail(
      say(
        `Receivers have no rule for mail that is forged in the name of ${domain}.`,
        `Los receptores no tienen regla para el correo falsificado en nombre de ${domain}.`,
      ),
      say(
        `Publish “v=DMARC1; p=none; rua=mailto:…” at _dmarc.${domain}, read the reports, and tighten it later.`,
        `Publicar «v=DMARC1; p=none; rua=mailto:…» en _dmarc.${domain}, leer los informes y endurecerla después.`,
      ),
    )
  },
}
