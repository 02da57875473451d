// STS-04: whether each mail server that the MTA-STS policy names keeps what it promises. Which ones it names is in DNS.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { isInPolicy } from '../../dns/index.ts'
import { fail, pass, warn } from '../check.ts'
import { tlsEvidence } from '../evidence.ts'
import type { PlaceCheck, PlaceSubject } from '../fleet.ts'
import type { Observed } from '../observed.ts'
import { isGreeted, notReached } from '../preconditions.ts'

export const policyKept: PlaceCheck = {
  id: 'STS-04',
  name: say('It keeps the policy of the domain', 'Cumple la política del dominio'),
  severity: 'critical',
  reference: 'RFC 8461 §4.1',
  judge({ observed, fleet }) {
    const policy = policyFor({ observed, fleet })
    if (policy === null) return null
    if (!isInPolicy(observed.endpoint.host, policy)) return null
    if (!isGreeted(observed)) return notReached(observed)
    if (observed.failure?.kind === 'stopped') return notReached(observed)
    const evidence = tlsEvidence(observed)
    const trouble = troubleOf(observed)
    return trouble === null
      ? pass(
          say('It is in the policy, and its certificate holds.', 'Está en la política y su certificado es válido.'),
          evidence,
        )
      : verdict(policy.mode, trouble, evidence)
  },
}

/** Policies are for those who take mail, and `none` asks for nothing. */
function policyFor({ observed, fleet }: Pick<PlaceSubject, 'observed' | 'fleet'>) {
  const found = fleet.around.policy
  if (observed.endpoint.role !== 'mx' || found?.kind !== 'policy' || found.policy.mode === 'none') return null
  return found.policy
}

function verdict(mode: string, { en, es }: Words, evidence: readonly number[]) {
  if (mode === 'enforce')
    return fail(
      say(
        `${en} Strict senders refuse to deliver right now.`,
        `${es} Quien cumple la política se niega a entregar ahora mismo.`,
      ),
      certificateAdvice,
      evidence,
    )
  return warn(
    say(
      `${en} The policy is only being tested; once enforced, mail would be refused.`,
      `${es} La política está en pruebas; cuando se aplique, se rechazaría el correo.`,
    ),
    certificateAdvice,
    evidence,
  )
}

/** RFC 8461 §4.2: an authority that is known, dates and the name. */
function troubleOf({ tls }: Observed): Words | null {
  if (tls === null) return say('It does not begin encryption.', 'No empieza el cifrado.')
  const [fault] = tls.faults
  if (fault === undefined) return null
  return faultWords[fault.kind] ?? say('Its certificate does not hold.', 'Su certificado no es válido.')
}

const faultWords: Readonly<Record<string, Words>> = {
  'certificate-name-mismatch': say('Its certificate is for another name.', 'Su certificado es para otro nombre.'),
  'certificate-expired': say('Its certificate has expired.', 'Su certificado ha caducado.'),
  'certificate-self-signed': say('It vouches for itself.', 'Se avala a sí mismo.'),
  'certificate-untrusted': say('Its certificate is not trusted.', 'Su certificado no es de confianza.'),
}

const certificateAdvice = say(
  'Offer STARTTLS with a certificate of a public authority for the name of the server.',
  'Ofrecer STARTTLS con un certificado de una autoridad pública para el nombre del servidor.',
)
