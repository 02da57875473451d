// BIM-01: whether the logo of the domain could be shown. The picture itself is not fetched.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass, warn } from '../../check.ts'
import { textsOf } from '../../records/answered.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { readTagList, tagOf } from '../../records/tag-list.ts'
import { unclear } from '../../records/unclear.ts'
import { effectivePolicy } from './dmarc-strength.ts'

export const senderLogo: RecordCheck = {
  id: 'BIM-01',
  name: say('A logo is published (BIMI)', 'Hay un logotipo publicado (BIMI)'),
  severity: 'info',
  reference: 'BIMI draft',
  judge({ domain, bimi, dmarc: { record, owner, answers } }) {
    if (bimi.failure !== null) return unclear(bimi)
    const text = textsOf(bimi).find((one) => /^v\s*=\s*BIMI1\s*(?:;|$)/i.test(one))
    if (text === undefined) return info(say('No logo is published.', 'No hay logotipo publicado.'), null)
    const tags = readTagList(text)
    const picture = tagOf(tags, 'l') ?? ''
    if (!/^https:\/\/\S+$/i.test(picture))
      return fail(
        say(
          'The record names no picture by https (l=), so no logo is shown.',
          'El registro no indica una imagen por https (l=), así que no se muestra logotipo.',
        ),
        say('Put the address of an SVG picture there.', 'Poner ahí la dirección de una imagen SVG.'),
      )
    const trouble = record === null ? unclear(...answers) : null
    if (trouble !== null) return trouble
    if (record === null || effectivePolicy(record, owner === domain) === 'none')
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
    if ((tagOf(tags, 'a') ?? '') === '')
      return warn(
        say(
          'A logo is published without a certificate (a=), which some mail programs want.',
          'Hay un logotipo sin certificado (a=), que algunos programas de correo exigen.',
        ),
        say(
          'Have a certificate issued for the logo (VMC or CMC).',
          'Obtener un certificado para el logotipo (VMC o CMC).',
        ),
      )
    return pass(say('A logo and its certificate are published.', 'Hay un logotipo y su certificado publicados.'))
  },
}
