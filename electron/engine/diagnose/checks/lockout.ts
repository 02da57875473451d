// AUT-08: whether a few wrong passwords shut the door.
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { WrongLoginsSeen } from '../probes/wrong-logins.ts'

export const lockout: ProbeCheck<WrongLoginsSeen> = {
  id: 'AUT-08',
  name: say('Two wrong passwords are borne', 'Se soportan dos contraseñas erróneas'),
  severity: 'info',
  reference: 'RFC 4954 §9',
  judge({ seen: { known, unknown } }) {
    if (known === null || unknown === null) return null
    const evidence = [...known.said.evidence, ...unknown.said.evidence]
    const shut = [known, unknown].some(
      ({ said }) => said.reply?.code === 421 || said.reply?.code === 454 || /too many/i.test(said.reply?.text ?? ''),
    )
    if (!shut) return pass(say('They are.', 'Así es.'), evidence)
    return info(
      say('After so few the server wants us to wait.', 'Tras tan pocas, el servidor quiere que esperemos.'),
      say('Wait some minutes before the next login.', 'Esperar unos minutos antes del próximo inicio de sesión.'),
      evidence,
    )
  },
}
