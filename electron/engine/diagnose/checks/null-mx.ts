// MX-02: whether the domain declares that it takes no mail at all.
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../check.ts'
import type { DomainCheck } from '../domain.ts'
import { wordsOf } from '../preconditions.ts'

export const nullMx: DomainCheck = {
  id: 'MX-02',
  name: say('The domain takes mail', 'El dominio recibe correo'),
  severity: 'info',
  reference: 'RFC 7505 §3',
  judge({ route, failure }) {
    if (failure?.kind === 'domain-takes-no-mail') {
      const { happened, advice } = wordsOf(failure)
      return info(happened, advice)
    }
    if (route === null) return null
    return pass(say('No “null MX” says otherwise.', 'Ningún «null MX» dice lo contrario.'))
  },
}
