// MX-09: how long the MX records may be kept (TTL).
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { mxOf } from '../../records/mail-hosts.ts'
import { unclear } from '../../records/unclear.ts'

/** Seconds. A cache tells what is left of it, so that only a resolver that is asked first sees all of it. */
const shortest = 300
const longest = 604_800

export const mxLifetime: RecordCheck = {
  id: 'MX-09',
  name: say('MX records are kept for a sensible time', 'Los registros MX se guardan un tiempo razonable'),
  severity: 'info',
  reference: 'RFC 1035 §3.2.1',
  judge({ mx }) {
    if (mx.failure !== null) return unclear(mx)
    const [first] = mxOf(mx)
    if (first === undefined) return null
    const { ttl } = first
    if (ttl > longest)
      return warn(
        say(
          `The MX records are kept for ${ttl} seconds, more than a week.`,
          `Los registros MX se guardan ${ttl} segundos, más de una semana.`,
        ),
        say(
          'Publish a TTL of at most a day, so that a move does not take weeks.',
          'Publicar un TTL de un día como mucho, para que una mudanza no dure semanas.',
        ),
      )
    if (ttl < shortest)
      return warn(
        say(
          `The MX records are kept for ${ttl} seconds; that may be the rest of a longer time.`,
          `Los registros MX se guardan ${ttl} segundos; puede ser el resto de un tiempo mayor.`,
        ),
        say(
          'Publish a TTL of at least five minutes, so that a short failure of DNS loses no mail.',
          'Publicar un TTL de al menos cinco minutos, para que un fallo breve del DNS no pierda correo.',
        ),
      )
    return pass(say(`The MX records are kept for ${ttl} seconds.`, `Los registros MX se guardan ${ttl} segundos.`))
  },
}
