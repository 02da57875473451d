// DKI-01: whether a key for signatures is found under one of the usual selectors.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

export const dkimFound: RecordCheck = {
  id: 'DKI-01',
  name: say('A DKIM key is found', 'Se encuentra una clave DKIM'),
  severity: 'medium',
  reference: 'RFC 6376 §3.6.2',
  judge({ domain, dkim: { found, answers, parent, missing } }) {
    if (missing.length > 0 && unclear(...answers) === null) {
      const { en, es } = listed(missing)
      return fail(
        say(`There is no key under ${en}.`, `No hay ninguna clave en ${es}.`),
        say(
          `Publish it at SELECTOR._domainkey.${domain}, or sign with the selector of a key that is published.`,
          `Publicarla en SELECTOR._domainkey.${domain}, o firmar con el selector de una clave publicada.`,
        ),
      )
    }
    if (found.length > 0) {
      const { en, es } = listed(found.map(({ selector }) => selector))
      return pass(say(`There are keys under these selectors: ${en}.`, `Hay claves en estos selectores: ${es}.`))
    }
    const trouble = unclear(parent, ...answers)
    if (trouble !== null) return trouble
    if (parent.exists)
      return info(
        say(
          'There are keys below _domainkey, but under none of the usual selectors.',
          'Hay claves bajo _domainkey, pero en ninguno de los selectores habituales.',
        ),
        fromMail,
      )
    // RFC 8020 §2: where _domainkey does not exist, nothing below it does.
    return warn(
      say(
        'No key is found: the mail of this domain seems to go unsigned.',
        'No se encuentra ninguna clave: el correo de este dominio parece ir sin firmar.',
      ),
      say(
        'Have the sending server sign with DKIM and publish its key. A key under an unusual selector is not seen here.',
        'Hacer que el servidor que envía firme con DKIM y publicar su clave. Una clave en un selector poco usual no se ve aquí.',
      ),
    )
  },
}

const fromMail = say(
  'The selector stands in the DKIM-Signature of a mail of this domain (s=).',
  'El selector está en la cabecera DKIM-Signature de un correo de este dominio (s=).',
)
