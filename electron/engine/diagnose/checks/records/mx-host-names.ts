// MX-05: whether every MX has the name of a host: no address, no underscore, no empty part.
import { ipFamily, isDomain } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { mxHostsOf } from '../../records/mail-hosts.ts'
import { unclear } from '../../records/unclear.ts'

export const mxHostNames: RecordCheck = {
  id: 'MX-05',
  name: say('MX records have proper host names', 'Los registros MX llevan nombres de equipo válidos'),
  severity: 'high',
  reference: 'RFC 5321 §5.1',
  judge({ mx }) {
    if (mx.failure !== null) return unclear(mx)
    const names = mxHostsOf(mx)
    if (names.length === 0) return null
    const numeric = names.filter((name) => ipFamily(name) !== null || /(^|\.)\d+$/.test(name))
    const broken = names.filter((name) => !numeric.includes(name) && !name.includes('_') && !isDomain(name))
    if (numeric.length + broken.length > 0) {
      const { en, es } = listed([...numeric, ...broken])
      return fail(
        say(
          `An MX must name a host, and these are no names: ${en}.`,
          `Un MX debe nombrar un equipo, y esto no son nombres: ${es}.`,
        ),
        say(
          'Give the server a name with an address record, and put that name into the MX record.',
          'Dar al servidor un nombre con un registro de dirección y poner ese nombre en el registro MX.',
        ),
      )
    }
    const odd = names.filter((name) => name.includes('_'))
    if (odd.length === 0) return pass(say('Every MX names a host.', 'Cada MX nombra un equipo.'))
    const { en, es } = listed(odd)
    return warn(
      say(
        `Host names have no underscore; some senders refuse ${en}.`,
        `Los nombres de equipo no llevan guion bajo; algunos remitentes rechazan ${es}.`,
      ),
      say('Use a name of letters, digits and hyphens.', 'Usar un nombre de letras, cifras y guiones.'),
    )
  },
}
