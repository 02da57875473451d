// MX-03: whether a null MX stands alone, and where it says something.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import { addressesOf } from '../../records/answered.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { isNullMx, mxOf } from '../../records/mail-hosts.ts'
import { unclear } from '../../records/unclear.ts'

export const nullMxAlone: RecordCheck = {
  id: 'MX-03',
  name: say('A “null MX” stands alone', 'Un «null MX» está solo'),
  severity: 'medium',
  reference: 'RFC 7505 §3',
  judge({ domain, mx, own }) {
    const records = mxOf(mx)
    const named = records.filter((record) => !isNullMx(record))
    if (mx.failure !== null) return unclear(mx)
    if (records.length === 0) return null
    if (named.length === records.length)
      return pass(say('There is no null MX among the records.', 'No hay ningún null MX entre los registros.'))
    if (named.length > 0)
      return fail(
        say(
          `${domain} says that it takes no mail, and names servers that take it.`,
          `${domain} dice que no recibe correo y a la vez indica servidores que lo reciben.`,
        ),
        say(
          'Delete the null MX if the domain takes mail, else all the others.',
          'Borrar el null MX si el dominio recibe correo; si no, todos los demás.',
        ),
      )
    if (addressesOf(own).length === 0 && own.every(({ failure }) => failure === null))
      return warn(
        say(
          `The null MX of ${domain} says nothing new: without an address it could take no mail anyway.`,
          `El null MX de ${domain} no añade nada: sin dirección tampoco podría recibir correo.`,
        ),
        say('Delete it, or leave it: it does no harm.', 'Borrarlo o dejarlo: no hace daño.'),
      )
    return pass(say('The null MX is the only MX record.', 'El null MX es el único registro MX.'))
  },
}
