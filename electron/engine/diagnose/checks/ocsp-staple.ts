// TLS-X10: whether the server proves that its certificate was not revoked, where it says it does.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, info, pass, warn } from '../check.ts'
import { extensionsOf } from './certificate-extensions.ts'
import { scanCheck } from './scan-check.ts'

const advice = say(
  'Turn OCSP stapling on, or have the certificate issued without “must staple”.',
  'Activar OCSP stapling o pedir el certificado sin «must staple».',
)

export const ocspStaple = scanCheck({
  id: 'TLS-X10',
  name: say('The certificate was not revoked', 'El certificado no está revocado'),
  severity: { mx: 'info', submission: 'low' },
  reference: 'RFC 6066 §8',
  judge({ certificates }, { observed }) {
    if (certificates.length === 0) return null
    const staples = certificates.flatMap(({ staple }) => staple ?? [])
    if (staples.some(({ status }) => status === 'revoked')) return fail(revoked, renew)
    const isBroken = certificates.some(({ chain: [leaf], staple }) => staple === null && leaf && mustStaple(leaf.pem))
    if (isBroken) return fail(missing, advice)
    const now = observed.now.toISOString()
    const isOld = staples.some(({ nextUpdate }) => nextUpdate !== null && nextUpdate < now)
    if (isOld) return warn(stale, advice)
    if (staples.some(({ status }) => status !== 'good')) return warn(unsure, advice)
    if (staples.length === 0) return info(none, null)
    return pass(
      say('The server sends a fresh proof of its authority.', 'El servidor envía una prueba reciente de su autoridad.'),
    )
  },
})

const mustStaple = (pem: string): boolean => extensionsOf(pem)?.mustStaple === true

const revoked: Words = say('Its authority has revoked the certificate.', 'Su autoridad ha revocado el certificado.')
const renew = say('Have a new certificate issued.', 'Pedir un certificado nuevo.')
const missing = say(
  'The certificate promises a proof of its validity (must staple), and the server sends none.',
  'El certificado promete una prueba de su validez (must staple) y el servidor no la envía.',
)
const stale = say('The proof that the server sends has expired.', 'La prueba que envía el servidor ha caducado.')
const unsure = say(
  'The proof that the server sends does not say that the certificate is good.',
  'La prueba que envía el servidor no dice que el certificado sea bueno.',
)
const none = say(
  'The server does not prove that the certificate is still valid. Many authorities no longer offer that.',
  'El servidor no demuestra que el certificado siga siendo válido. Muchas autoridades ya no lo ofrecen.',
)
