// STL-11: whether encryption that is promised, by the profile or by the domain, is still offered.
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, pass } from '../check.ts'
import { commandEvidence } from '../evidence.ts'
import type { PlaceCheck, PlaceSubject } from '../fleet.ts'
import { firstOffers } from '../preconditions.ts'

export const strippedEncryption: PlaceCheck = {
  id: 'STL-11',
  name: say('Promised encryption is still offered', 'Se sigue ofreciendo el cifrado prometido'),
  severity: 'critical',
  reference: 'RFC 3207 §6',
  judge(subject) {
    const { observed } = subject
    const promise = promiseOf(subject)
    const offers = firstOffers(observed)
    if (promise === null || (offers === null && observed.tls === null)) return null
    const isOffered = observed.tls !== null || offers?.some(({ keyword }) => keyword.toUpperCase() === 'STARTTLS')
    const evidence = commandEvidence(observed, 'EHLO')
    if (isOffered) return pass(say(`Offered, as ${promise.en}.`, `Se ofrece, como ${promise.es}.`), evidence)
    return fail(
      say(
        `Not offered, although ${promise.en}: someone on the way may be removing it.`,
        `No se ofrece, aunque ${promise.es}: puede que alguien lo quite por el camino.`,
      ),
      say(
        'Send nothing this way; compare from another network, and ask who runs the server.',
        'No enviar nada por aquí; comparar desde otra red y preguntar a quien lleva el servidor.',
      ),
      evidence,
    )
  },
}

/** Who said that there is encryption; null where nobody did. */
function promiseOf({ observed, facts, fleet }: PlaceSubject): Words | null {
  const { security, around } = fleet
  if (observed.endpoint.isSecurityChosen)
    return security === 'starttls' || security === 'tls' ? say('the profile asks', 'pide el perfil') : null
  if (observed.endpoint.role !== 'mx') return null
  const keys = facts?.keys ?? null
  // RFC 7672 §2.2: authentic records ask for TLS even where none of them can be used.
  if (keys !== null && 'value' in keys && keys.value.kind === 'keys')
    return say('its keys in DNS (DANE) promise', 'prometen sus claves del DNS (DANE)')
  const policy = around.policy?.kind === 'policy' ? around.policy.policy : null
  return policy !== null && policy.mode !== 'none'
    ? say('the policy of the domain (MTA-STS) promises', 'promete la política del dominio (MTA-STS)')
    : null
}
