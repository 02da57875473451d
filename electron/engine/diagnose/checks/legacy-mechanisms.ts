// AUT-16: ways to log in that should be gone.
import { explainMechanism } from '#shared/explain/mechanisms.ts'
import { say } from '#shared/explain/words.ts'
import { authMechanisms } from '../../smtp/capabilities.ts'
import { fail, pass, type SessionCheck, warn } from '../check.ts'
import { offerEvidence } from '../evidence.ts'
import { lastOffers } from '../preconditions.ts'

export const legacyMechanisms: SessionCheck = {
  id: 'AUT-16',
  name: say('No outdated ways to log in', 'Sin métodos anticuados de inicio de sesión'),
  severity: 'low',
  reference: 'RFC 6331 §1, RFC 4505 §2',
  judge(observed) {
    const offered = authMechanisms(lastOffers(observed) ?? [])
    if (offered.length === 0) return null
    const evidence = offerEvidence(observed, 'AUTH', observed.afterTls === null ? 'before' : 'after')
    if (offered.includes('ANONYMOUS')) {
      return fail(
        say('ANONYMOUS lets anyone in without any proof.', 'ANONYMOUS deja entrar a cualquiera sin ninguna prueba.'),
        say('Remove ANONYMOUS.', 'Quitar ANONYMOUS.'),
        evidence,
      )
    }
    const weak = offered.filter((name) => explainMechanism(name).verdict === 'weak')
    if (weak.length === 0) return pass(say('None is offered.', 'No se ofrece ninguno.'), evidence)
    return warn(
      say(`Outdated and weak: ${weak.join(', ')}.`, `Anticuados y débiles: ${weak.join(', ')}.`),
      say(
        'Offer SCRAM-SHA-256, or PLAIN inside TLS, and remove these.',
        'Ofrecer SCRAM-SHA-256 o PLAIN dentro de TLS y quitar estos.',
      ),
      evidence,
    )
  },
}
