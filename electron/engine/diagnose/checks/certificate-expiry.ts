// TLS-X4: how long the certificates of the chain are still valid.
import { say } from '#shared/explain/words.ts'
import type { Certificate } from '#shared/values/tls.ts'
import { fail, pass, warn } from '../check.ts'
import { handshakeCheck } from './handshake-check.ts'

const day = 24 * 60 * 60 * 1000
/** Days left at which a renewal is late: sooner for certificates that live three months or less. */
const late = { long: 21, short: 7 } as const
const shortLife = 91

export const certificateExpiry = handshakeCheck({
  id: 'TLS-X4',
  name: say('The certificate has not expired', 'El certificado no ha caducado'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 5280 §4.1.2.5',
  judge(tls, { observed, evidence }) {
    const first = [...tls.chain].sort((one, other) => one.validTo.localeCompare(other.validTo))[0]
    if (first === undefined) return null
    const days = Math.floor((Date.parse(first.validTo) - observed.now.getTime()) / day)
    const until = first.validTo.slice(0, 10)
    const advice = say(
      'Renew it, and reload the mail service so that it shows the new one.',
      'Renovarlo y recargar el servicio de correo para que muestre el nuevo.',
    )
    if (days < 0) {
      return fail(
        say(
          `${first.subject} expired on ${until}. If that seems wrong, check the clock of this computer.`,
          `${first.subject} caducó el ${until}. Si no parece correcto, comprobar el reloj de este equipo.`,
        ),
        advice,
        evidence,
      )
    }
    const summary = say(
      `${first.subject} is valid until ${until}: ${days} days left.`,
      `${first.subject} vale hasta el ${until}: quedan ${days} días.`,
    )
    return days <= limitFor(first) ? warn(summary, advice, evidence) : pass(summary, evidence)
  },
})

function limitFor({ validFrom, validTo }: Certificate): number {
  const life = (Date.parse(validTo) - Date.parse(validFrom)) / day
  return life <= shortLife ? late.short : late.long
}
