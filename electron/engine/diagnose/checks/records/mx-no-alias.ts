// MX-04: whether every MX names a host and not an alias of one.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const mxNoAlias: RecordCheck = {
  id: 'MX-04',
  name: say('MX records name hosts, not aliases', 'Los registros MX nombran equipos, no alias'),
  severity: 'medium',
  reference: 'RFC 2181 §10.3',
  judge({ mx, hosts }) {
    if (mx.failure !== null) return unclear(mx)
    if (hosts.length === 0) return null
    const aliases = hosts.flatMap(({ name, addresses }) => {
      const target = addresses.flatMap(({ aliases }) => aliases.slice(-1))[0]
      return target === undefined ? [] : [`${name} → ${target}`]
    })
    if (aliases.length > 0) {
      const { en, es } = listed(aliases)
      return fail(
        say(`An MX must not lead to an alias (CNAME): ${en}.`, `Un MX no debe llevar a un alias (CNAME): ${es}.`),
        say('Name the real host in the MX record.', 'Indicar el equipo real en el registro MX.'),
      )
    }
    return (
      unclear(...hosts.flatMap(({ addresses }) => addresses)) ??
      pass(say('No MX leads to an alias.', 'Ningún MX lleva a un alias.'))
    )
  },
}
