// DMA-01: whether a DMARC policy holds for the domain.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, info, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { shortened } from '../../records/listed.ts'
import { organisationByList } from '../../records/public-suffix.ts'
import { unclear } from '../../records/unclear.ts'

export const dmarcFound: RecordCheck = {
  id: 'DMA-01',
  name: say('A DMARC policy is published', 'Hay una política DMARC publicada'),
  severity: { warn: 'medium', fail: 'high' },
  reference: 'RFC 9989 §4.10',
  judge({ domain, dmarc: { answers, record, owner } }) {
    if (record !== null && owner === domain) {
      const text = shortened(record.text)
      return pass(say(`The record is “${text}”.`, `El registro es «${text}».`))
    }
    const trouble = unclear(...answers)
    if (trouble !== null) return trouble
    const byList = organisationByList(domain)
    if (record !== null && owner !== null && byList !== owner) return warn(...foundByWalkAlone(domain, owner, byList))
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

/** RFC 7489 §6.6.3: older receivers look at the domain, and at its organisation by the list, and nowhere else. */
function foundByWalkAlone(domain: string, owner: string, byList: string | null): [Words, Words] {
  const place = `_dmarc.${byList ?? domain}`
  return [
    say(
      `The record of ${owner} holds for ${domain}, but receivers that go by the public suffix list look at ${place}, and find none.`,
      `Para ${domain} vale el registro de ${owner}, pero los receptores que usan la lista de sufijos públicos miran en ${place} y no encuentran ninguno.`,
    ),
    say(`Publish a record at ${place} too.`, `Publicar un registro también en ${place}.`),
  ]
}
