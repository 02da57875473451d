// DAN-04: whether DNS answers the question for keys; where it does not, senders wait instead of delivering.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { HostCheck } from '../fleet.ts'
import { titleOf } from '../preconditions.ts'

export const daneAnswered: HostCheck = {
  id: 'DAN-04',
  name: say('DNS answers the question for keys', 'El DNS responde a la pregunta por las claves'),
  severity: 'high',
  reference: 'RFC 7672 §2.1.2',
  judge({ host, facts }) {
    const keys = facts?.keys ?? null
    if (keys === null || facts === null) return null
    if ('value' in keys) return pass(say(`It answers for ${host}.`, `Responde por ${host}.`))
    const { kind } = keys.failure
    const { en, es } = titleOf(keys.failure)
    // A resolver that does not even know the address is at fault itself.
    const isTheirs = kind === 'dns-bogus' || (kind === 'dns-unavailable' && facts.addresses.length > 0)
    if (!isTheirs) return indeterminate(say(`Not judged. ${en}.`, `Sin valorar. ${es}.`))
    return fail(
      say(
        `No answer that can be used (${en}): senders that use DANE put their mail off.`,
        `Sin respuesta utilizable (${es}): quien usa DANE aplaza su correo.`,
      ),
      say(
        'Mend the signatures of the zone, or the name server that does not answer for TLSA.',
        'Corregir las firmas de la zona o el servidor DNS que no responde por TLSA.',
      ),
    )
  },
}
