// DMA-03: what the DMARC policy does with forged mail in the end.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import { type DmarcPolicy, type DmarcRecord, policies } from '../../records/dmarc-record.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { tagOf } from '../../records/tag-list.ts'

export const dmarcStrength: RecordCheck = {
  id: 'DMA-03',
  name: say('The DMARC policy stops forged mail', 'La política DMARC detiene el correo falsificado'),
  severity: 'medium',
  reference: 'RFC 9989 §4.7',
  judge({ domain, dmarc: { record, owner } }) {
    if (record === null) return null
    if (record.policy === null && record.aggregate.length === 0)
      return fail(
        say(
          'The record has neither a policy nor an address for reports, so it does nothing.',
          'El registro no tiene política ni dirección para informes, así que no hace nada.',
        ),
        say('Add “p=quarantine” and “rua=mailto:…”.', 'Añadir «p=quarantine» y «rua=mailto:…».'),
      )
    const wanted = wantedPolicy(record, owner === domain)
    const policy = effectivePolicy(record, owner === domain)
    if (policy === 'none' && wanted !== 'none')
      return warn(
        say(
          `“t=y” makes “${wanted}” mean that forged mail is only watched.`,
          `«t=y» hace que con «${wanted}» el correo falsificado solo se observe.`,
        ),
        say('Delete “t=y” once the reports are clean.', 'Borrar «t=y» cuando los informes estén limpios.'),
      )
    if (policy === 'none')
      return warn(
        say('Forged mail is only watched, not stopped.', 'El correo falsificado solo se observa, no se detiene.'),
        say('Move to “p=quarantine”, then to “p=reject”.', 'Pasar a «p=quarantine» y luego a «p=reject».'),
      )
    if (owner === domain && record.subdomains === 'none')
      return warn(
        say(
          'Names below the domain are not protected (“sp=none”).',
          'Los nombres por debajo del dominio no están protegidos («sp=none»).',
        ),
        say('Delete “sp=none”.', 'Borrar «sp=none».'),
      )
    // RFC 9989 §4.7: names that do not exist follow their own tag, where there is one.
    if (tagOf(record.tags, 'np')?.toLowerCase() === 'none')
      return warn(
        say(
          'Names that do not exist are not protected (“np=none”).',
          'Los nombres que no existen no están protegidos («np=none»).',
        ),
        say('Delete “np=none”.', 'Borrar «np=none».'),
      )
    return pass(
      policy === 'reject'
        ? say('Forged mail is refused.', 'El correo falsificado se rechaza.')
        : say('Forged mail is set aside as spam.', 'El correo falsificado se aparta como spam.'),
    )
  },
}

const wantedPolicy = ({ policy, subdomains }: DmarcRecord, isOwn: boolean): DmarcPolicy =>
  (isOwn ? policy : (subdomains ?? policy)) ?? 'none'

/** RFC 9989: `t=y` is one step milder. */
export function effectivePolicy(record: DmarcRecord, isOwn: boolean): DmarcPolicy {
  const wanted = wantedPolicy(record, isOwn)
  return record.isTest ? (policies[policies.indexOf(wanted) - 1] ?? 'none') : wanted
}
