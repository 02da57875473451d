// MX-10: whether the domain itself is an alias, which hides every other record of it.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { unclear } from '../../records/unclear.ts'

export const domainNoAlias: RecordCheck = {
  id: 'MX-10',
  name: say('The domain is not an alias', 'El dominio no es un alias'),
  severity: 'medium',
  reference: 'RFC 1034 §3.6.2',
  judge({ domain, mx }) {
    if (mx.failure !== null) return unclear(mx)
    const [target] = mx.aliases
    if (target === undefined)
      return pass(say(`${domain} has records of its own.`, `${domain} tiene registros propios.`))
    return fail(
      say(
        `${domain} is an alias (CNAME) of ${target}, so its own mail records do not count.`,
        `${domain} es un alias (CNAME) de ${target}, así que sus propios registros de correo no cuentan.`,
      ),
      say('Replace the CNAME by address records and an MX.', 'Sustituir el CNAME por registros de dirección y un MX.'),
    )
  },
}
