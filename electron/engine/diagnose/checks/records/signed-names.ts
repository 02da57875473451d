// SEC-01: whether the names that mail depends on are signed, and the signatures hold.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const signedNames: RecordCheck = {
  id: 'SEC-01',
  name: say('The names of the domain are signed (DNSSEC)', 'Los nombres del dominio están firmados (DNSSEC)'),
  severity: { warn: 'low', fail: 'critical' },
  reference: 'RFC 4035 §5',
  judge({ domain, signedZone, soa, mx, stsAnswer, answers }) {
    const bogus = answers.filter(
      ({ name, failure }) => failure?.kind === 'dns-bogus' && (name === domain || name.endsWith(`.${domain}`)),
    )
    if (bogus.length > 0) {
      const { en, es } = listed(bogus.map(({ name, type }) => `${type} ${name}`))
      return fail(
        say(
          `Networks that validate cannot find you: the signatures of ${en} do not hold.`,
          `Las redes que validan no pueden encontrarle: las firmas de ${es} no son válidas.`,
        ),
        say(
          'Repair the DS record at the registrar, or sign the zone again.',
          'Reparar el registro DS en el registrador o volver a firmar la zona.',
        ),
      )
    }
    const meant = [soa, mx, stsAnswer]
    const trouble = unclear(...meant)
    if (trouble !== null) return trouble
    if (meant.every(({ isAuthentic }) => isAuthentic))
      return pass(
        say(
          `What ${domain} publishes is signed, and the signatures hold.`,
          `Lo que publica ${domain} está firmado y las firmas son válidas.`,
        ),
      )
    if (!signedZone.isAuthentic)
      return indeterminate(
        say(
          'Not judged: your resolver does not vouch for signatures.',
          'Sin valorar: su servidor DNS no responde de las firmas.',
        ),
      )
    return warn(
      say(
        `${domain} is not signed, so its answers can be forged.`,
        `${domain} no está firmado, así que sus respuestas se pueden falsificar.`,
      ),
      say('Turn on DNSSEC at the provider of the zone.', 'Activar DNSSEC en el proveedor de la zona.'),
    )
  },
}
