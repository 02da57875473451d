// CAA-01: which authorities may issue certificates for the hosts that mail depends on.
import { say } from '#shared/explain/words.ts'
import { info, pass, warn } from '../../check.ts'
import { issuersOf } from '../../records/caa-tree.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const certificateIssuers: RecordCheck = {
  id: 'CAA-01',
  name: say('It is said who may issue certificates', 'Se indica quién puede emitir certificados'),
  severity: 'info',
  reference: 'RFC 8659 §4.2',
  judge({ mx, caa }) {
    if (caa.length === 0) return unclear(mx)
    const closed = caa.filter((seen) => issuersOf(seen)?.length === 0)
    if (closed.length > 0) {
      const { en, es } = listed(closed.map(({ host }) => host))
      return warn(
        say(
          `No authority may issue a certificate for ${en}, so the next renewal fails.`,
          `Ninguna autoridad puede emitir un certificado para ${es}, así que la próxima renovación fallará.`,
        ),
        say('Name the authority in an “issue” record.', 'Indicar la autoridad en un registro «issue».'),
      )
    }
    const trouble = unclear(...caa.flatMap(({ answers }) => answers))
    if (trouble !== null) return trouble
    const issuers = [...new Set(caa.flatMap((seen) => issuersOf(seen) ?? []))]
    if (issuers.length === 0)
      return info(
        say(
          'Any authority may issue certificates for the mail servers.',
          'Cualquier autoridad puede emitir certificados para los servidores de correo.',
        ),
        say('A CAA record allows only the one that is used.', 'Un registro CAA permite solo la que se usa.'),
      )
    const { en, es } = listed(issuers)
    return pass(say(`These may issue certificates: ${en}.`, `Pueden emitir certificados: ${es}.`))
  },
}
