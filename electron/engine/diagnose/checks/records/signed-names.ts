// SEC-01: whether the names that mail depends on are signed, and the signatures hold.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, type Verdict, warn } from '../../check.ts'
import type { Answered } from '../../records/answered.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const signedNames: RecordCheck = {
  id: 'SEC-01',
  name: say('The names of the domain are signed (DNSSEC)', 'Los nombres del dominio están firmados (DNSSEC)'),
  severity: { warn: 'low', fail: 'critical' },
  reference: 'RFC 4035 §5',
  judge(records) {
    const { domain, signedZone, soa, mx, stsAnswer, answers, hosts, stsHost } = records
    const isMeant = (name: string) =>
      name === domain || name.endsWith(`.${domain}`) || hosts.some((host) => host.name === name)
    const bogus = answers.filter(({ name, failure }) => failure?.kind === 'dns-bogus' && isMeant(name))
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
    const places = [...hosts.flatMap(({ addresses }) => addresses), ...stsHost]
    if (meant.every(({ isAuthentic }) => isAuthentic)) return judgeHosts(domain, places)
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

/** The domain itself is signed: what its mail servers and its policy stand on may be elsewhere. */
function judgeHosts(domain: string, places: readonly Answered[]): Verdict {
  const open = places.filter(({ isAuthentic, failure }) => !isAuthentic && failure === null)
  if (open.length > 0) {
    const { en, es } = listed([...new Set(open.map(({ name }) => name))])
    return warn(
      say(
        `${domain} is signed, but these hosts are not: ${en}. Their addresses can be forged.`,
        `${domain} está firmado, pero estos servidores no: ${es}. Sus direcciones se pueden falsificar.`,
      ),
      say(
        'Have DNSSEC turned on for the zones of these hosts.',
        'Hacer que se active DNSSEC en las zonas de esos servidores.',
      ),
    )
  }
  return (
    unclear(...places) ??
    pass(
      say(
        `What ${domain} publishes is signed, its mail servers too, and the signatures hold.`,
        `Lo que publica ${domain} está firmado, también sus servidores de correo, y las firmas son válidas.`,
      ),
    )
  )
}
