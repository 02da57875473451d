// BIM-01: whether the logo of the domain could be shown: DMARC, the picture, and its certificate.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass, type Verdict, warn } from '../../check.ts'
import type { DomainRecords, RecordCheck } from '../../records/domain-records.ts'
import type { LogoSeen } from '../../records/logo.ts'
import { unclear } from '../../records/unclear.ts'
import { effectivePolicy } from './dmarc-strength.ts'
import { certificateTrouble, pictureTrouble } from './logo-words.ts'

export const senderLogo: RecordCheck = {
  id: 'BIM-01',
  name: say('A logo is published (BIMI)', 'Hay un logotipo publicado (BIMI)'),
  severity: 'info',
  reference: 'BIMI draft',
  judge(records) {
    const { bimi, logo } = records
    if (bimi.failure !== null) return unclear(bimi)
    if (logo === null) return info(say('No logo is published.', 'No hay logotipo publicado.'), null)
    if (logo.picture === null)
      return info(
        say(
          'The record says that no logo is wanted (l= is empty).',
          'El registro indica que no se quiere logotipo (l= vacío).',
        ),
        null,
      )
    return enforcement(records) ?? pictureVerdict(logo.picture) ?? certificateVerdict(logo.certificate)
  },
}

/** Null where DMARC stops forged mail. */
function enforcement({ domain, dmarc: { record, owner, answers } }: DomainRecords): Verdict | null {
  const trouble = record === null ? unclear(...answers) : null
  if (trouble !== null) return trouble
  if (record !== null && effectivePolicy(record, owner === domain) !== 'none') return null
  return fail(
    say(
      'The logo is not shown, because DMARC does not stop forged mail.',
      'El logotipo no se muestra porque DMARC no detiene el correo falsificado.',
    ),
    say(
      'Move the DMARC policy to quarantine or reject first.',
      'Pasar primero la política DMARC a quarantine o reject.',
    ),
  )
}

function pictureVerdict(picture: NonNullable<LogoSeen['picture']>): Verdict | null {
  const trouble = pictureTrouble(picture)
  if (trouble === null) return null
  return fail(
    say(`The picture cannot be shown: ${trouble.en}.`, `La imagen no se puede mostrar: ${trouble.es}.`),
    say(
      'Serve it by https without redirects as image/svg+xml, of 32 KiB at most, saved in the profile SVG Tiny PS.',
      'Servirla por https sin redirecciones como image/svg+xml, de 32 KiB como mucho y guardada en el perfil SVG Tiny PS.',
    ),
  )
}

function certificateVerdict(certificate: LogoSeen['certificate']): Verdict {
  if (certificate === null)
    return warn(
      say(
        'The picture is in order, but without a certificate (a=), which some mail programs want.',
        'La imagen está en orden, pero sin certificado (a=), que algunos programas de correo exigen.',
      ),
      say(
        'Have a certificate issued for the logo (VMC or CMC).',
        'Obtener un certificado para el logotipo (VMC o CMC).',
      ),
    )
  const trouble = certificateTrouble(certificate)
  if (trouble === null)
    return pass(
      say(
        'The picture and its certificate are in order. Which authorities they trust for logos, mail programs decide.',
        'La imagen y su certificado están en orden. Cada programa de correo decide en qué autoridades confía para logotipos.',
      ),
    )
  return fail(
    say(
      `The certificate of the logo is no good: ${trouble.en}.`,
      `El certificado del logotipo no sirve: ${trouble.es}.`,
    ),
    say(
      'Put the whole chain of a certificate for this domain there, as PEM, the own one first.',
      'Poner ahí, como PEM, la cadena completa de un certificado para este dominio, con el propio primero.',
    ),
  )
}
