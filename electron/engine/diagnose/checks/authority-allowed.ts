// CAA-01, where a session saw the certificate: whether the authority that issued it may issue the next one.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import { tlsEvidence } from '../evidence.ts'
import type { PlaceCheck } from '../fleet.ts'
import { namesOfAuthority } from '../records/authorities.ts'
import { issuersOf } from '../records/caa-tree.ts'
import { listed } from '../records/listed.ts'

export const authorityAllowed: PlaceCheck = {
  id: 'CAA-01',
  name: say('The authority in use may issue', 'La autoridad en uso puede emitir'),
  severity: 'info',
  reference: 'RFC 8659 §4.2',
  judge({ observed, fleet }) {
    const seen = fleet.domain?.records?.caa.find(({ host }) => host === observed.endpoint.host)
    const allowed = seen === undefined ? null : issuersOf(seen)
    const authority = namesOfAuthority(observed.tls?.chain[0]?.issuer ?? '')
    if (allowed === null || authority === null) return null
    const evidence = tlsEvidence(observed)
    const [own = ''] = authority
    if (allowed.some((name) => authority.includes(name.toLowerCase())))
      return pass(
        say(
          `The certificate is by ${own}, which may issue the next one.`,
          `El certificado es de ${own}, que puede emitir el siguiente.`,
        ),
        evidence,
      )
    const { en, es } = listed(allowed)
    return fail(
      say(
        `The certificate is by ${own}, but CAA allows ${en || 'nobody'}: the next renewal fails.`,
        `El certificado es de ${own}, pero CAA permite ${es || 'a nadie'}: la próxima renovación fallará.`,
      ),
      say(`Add an “issue” record for ${own}.`, `Añadir un registro «issue» para ${own}.`),
      evidence,
    )
  },
}
