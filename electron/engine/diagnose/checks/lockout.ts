// AUT-08: whether a few wrong passwords shut the door.
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { WrongLoginsSeen } from '../probes/wrong-logins.ts'
import type { Said } from '../talk.ts'

export const lockout: ProbeCheck<WrongLoginsSeen> = {
  id: 'AUT-08',
  name: say('Two wrong passwords lock nobody out', 'Dos contraseñas erróneas no bloquean a nadie'),
  severity: 'info',
  reference: 'RFC 4954 §9',
  judge({ seen: { known, unknown } }) {
    if (known === null) return null
    const tried = [known, ...(unknown === null ? [] : [unknown])].map(({ said }) => said)
    const evidence = tried.flatMap((said) => said.evidence)
    const shut = tried.some(isEnough)
    if (!shut) return pass(say('They are.', 'Así es.'), evidence)
    return info(
      say('After so few the server wants us to wait.', 'Tras tan pocas, el servidor quiere que esperemos.'),
      say('Wait some minutes before the next login.', 'Esperar unos minutos antes del próximo inicio de sesión.'),
      evidence,
    )
  },
}

/** RFC 4954 §6: 454 puts a login off; others say in words that it is too much. */
export const isEnough = ({ reply }: Said): boolean =>
  reply !== null && (reply.code === 421 || reply.code === 454 || /too many/i.test(reply.text))
