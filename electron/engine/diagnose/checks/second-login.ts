// AUT-09: who has logged in cannot log in again.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { OwnLoginSeen } from '../probes/own-login.ts'
import { saidWords } from '../said-words.ts'
import { notLoggedIn } from './not-logged-in.ts'

export const secondLogin: ProbeCheck<OwnLoginSeen> = {
  id: 'AUT-09',
  name: say('One login a session', 'Un inicio de sesión por sesión'),
  severity: 'low',
  reference: 'RFC 4954 §4',
  judge({ seen: { login, again } }) {
    if (again === null) return notLoggedIn(login)
    const { reply, evidence } = again
    if (reply === null) return indeterminate(saidWords('AUTH', again), evidence)
    const update = say('Update the server.', 'Actualizar el servidor.')
    if (reply.code < 400)
      return fail(say('A second login is taken.', 'Se acepta un segundo inicio de sesión.'), update, evidence)
    if (reply.code === 503)
      return pass(say('A second one is refused by 503.', 'El segundo se rechaza con 503.'), evidence)
    return warn(saidWords('AUTH', again), update, evidence)
  },
}
