// AUT-14: logins that are bound to their TLS connection work where they are offered.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import { titleOf } from '../preconditions.ts'
import type { ProbeCheck } from '../probe.ts'
import type { OwnLoginSeen } from '../probes/own-login.ts'

export const boundLogin: ProbeCheck<OwnLoginSeen> = {
  id: 'AUT-14',
  name: say('Bound logins work (channel binding)', 'Los inicios de sesión ligados funcionan (channel binding)'),
  severity: 'low',
  reference: 'RFC 5802 §6',
  judge({ seen: { bound } }) {
    if (bound === null) return null
    const { mechanism, failure, evidence } = bound
    if (mechanism !== null) return pass(say(`${mechanism} works.`, `${mechanism} funciona.`), evidence)
    const { en, es } = failure === null ? unknown : titleOf(failure)
    const judge = failure?.kind === 'login-server-unproven' ? fail : warn
    return judge(
      say(
        `A bound login is offered and does not work: ${en}.`,
        `Se ofrece un inicio de sesión ligado y no funciona: ${es}.`,
      ),
      say(
        'Look whether something ends TLS before the server; else withdraw the -PLUS mechanisms.',
        'Mirar si algo termina TLS antes del servidor; si no, retirar los mecanismos -PLUS.',
      ),
      evidence,
    )
  },
}

const unknown = say('no reason is known', 'no se sabe por qué')
