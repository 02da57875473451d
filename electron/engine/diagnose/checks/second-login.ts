// AUT-09: who has logged in cannot log in again, and nobody can within a mail.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, type Verdict, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { OwnLoginSeen } from '../probes/own-login.ts'
import { saidWords } from '../said-words.ts'
import type { Said } from '../talk.ts'
import { notLoggedIn } from './not-logged-in.ts'

export const secondLogin: ProbeCheck<OwnLoginSeen> = {
  id: 'AUT-09',
  name: say('A login has its one place in a session', 'El inicio de sesión tiene un único lugar'),
  severity: 'low',
  reference: 'RFC 4954 §4',
  judge({ seen: { login, again, inMail } }) {
    if (again === null) return notLoggedIn(login)
    if (again.reply === null) return indeterminate(saidWords('AUTH', again), again.evidence)
    const tries = inMail === null ? [again] : [again, inMail]
    const evidence = tries.flatMap((said) => said.evidence)
    return fault(again, taken) ?? (inMail && fault(inMail, takenInMail)) ?? pass(refused, evidence)
  },
}

/** Null where it is refused as the standard says, or nothing came. */
function fault(said: Said, summary: typeof taken): Verdict | null {
  const { reply, evidence } = said
  if (reply === null || reply.code === 503) return null
  return reply.code < 400 ? fail(summary, update, evidence) : warn(saidWords('AUTH', said), update, evidence)
}

const update = say('Update the server.', 'Actualizar el servidor.')
const taken = say('A second login is taken.', 'Se acepta un segundo inicio de sesión.')
const takenInMail = say('A login is taken within a mail.', 'Se acepta un inicio de sesión dentro de un correo.')
const refused = say('Out of place it is refused by 503.', 'Fuera de lugar se rechaza con 503.')
