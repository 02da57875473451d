// SRV-01: whether the records that mail programs find their servers by lead to servers.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { isOffered, submissionsOf } from '../../records/mail-settings.ts'
import { unclear } from '../../records/unclear.ts'

export const serviceRecords: RecordCheck = {
  id: 'SRV-01',
  name: say('Mail programs find their servers (SRV)', 'Los programas de correo encuentran sus servidores (SRV)'),
  severity: 'info',
  reference: 'RFC 6186 §3, RFC 8314 §5.1',
  judge({ domain, settings, sender: { relay } }) {
    const dead = settings.services.flatMap((seen) => seen.dead)
    if (dead.length > 0) {
      const { en, es } = listed(dead)
      return fail(
        say(`These servers have no address: ${en}.`, `Estos servidores no tienen dirección: ${es}.`),
        say('Correct or delete these SRV records.', 'Corregir o borrar esos registros SRV.'),
      )
    }
    const trouble = unclear(...settings.services.map(({ answer }) => answer))
    if (trouble !== null) return trouble
    const records = settings.services.flatMap((seen) => seen.records)
    if (records.length === 0)
      return info(
        say('There are no such records.', 'No hay registros de ese tipo.'),
        say(
          `Publish _submissions._tcp.${domain} and _imaps._tcp.${domain}, so that programs need not guess.`,
          `Publicar _submissions._tcp.${domain} e _imaps._tcp.${domain}, para que los programas no adivinen.`,
        ),
      )
    const places = submissionsOf(settings)
    const { en, es } = listed(places.map(({ host, port }) => `${host}:${port}`))
    if (
      relay !== null &&
      places.length > 0 &&
      !places.some(({ host, port }) => host === relay.host && port === relay.port)
    )
      return warn(
        say(`They name ${en}, not ${relay.host}:${relay.port}.`, `Nombran ${es}, no ${relay.host}:${relay.port}.`),
        say('Use the server that they name, or correct them.', 'Usar el servidor que nombran, o corregirlos.'),
      )
    if (!records.some(({ target }) => isOffered(target)))
      return pass(say('They say that no such service is offered.', 'Dicen que no se ofrece ese servicio.'))
    return pass(
      places.length > 0
        ? say(`Mail is sent by ${en}.`, `El correo se envía por ${es}.`)
        : say('They lead to servers.', 'Llevan a servidores.'),
    )
  },
}
