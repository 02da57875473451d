// DNS-01: whether the resolver tells, and may be believed, that an answer was validated.
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { unclear } from '../../records/unclear.ts'

export const resolverTrust: RecordCheck = {
  id: 'DNS-01',
  name: say('The resolver checks signatures (DNSSEC)', 'El servidor DNS comprueba las firmas (DNSSEC)'),
  severity: 'info',
  reference: 'RFC 7672 §2.1.3',
  judge({ signedZone }) {
    if (signedZone.failure !== null) return unclear(signedZone)
    if (signedZone.isAuthentic)
      return pass(say('Your resolver validates what is signed.', 'Su servidor DNS comprueba lo que está firmado.'))
    if (signedZone.hasAdBit)
      return info(
        say(
          'Your resolver says that it validates, but it is another computer, so its word may be forged on the way.',
          'Su servidor DNS dice que comprueba las firmas, pero es otro equipo, así que su palabra puede falsificarse por el camino.',
        ),
        ownResolver,
      )
    return info(
      say(
        'Your resolver does not validate DNSSEC, so nothing can be said about signatures here.',
        'Su servidor DNS no comprueba DNSSEC, así que aquí no se puede decir nada de las firmas.',
      ),
      ownResolver,
    )
  },
}

const ownResolver = say(
  'Run a validating resolver on this computer, such as Unbound, or name one that you trust.',
  'Usar en este equipo un servidor DNS que valide, como Unbound, o indicar uno de confianza.',
)
