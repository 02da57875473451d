// POL-07: EXPN does not tell strangers who is on a list.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RecipientsSeen } from '../probes/recipients.ts'
import { saidWords } from '../said-words.ts'

export const expandedLists: ProbeCheck<RecipientsSeen> = {
  id: 'POL-07',
  name: say('EXPN tells strangers nothing', 'EXPN no cuenta nada a desconocidos'),
  severity: 'low',
  reference: 'RFC 5321 §7.3',
  judge({ seen: { expn } }) {
    const { reply, evidence } = expn
    if (reply === null || reply.code === 421) return indeterminate(saidWords('EXPN', expn), evidence)
    if (reply.code !== 250) return pass(say('It is refused.', 'Se rechaza.'), evidence)
    return fail(
      say('It tells the members of a list to anyone.', 'Cuenta los miembros de una lista a cualquiera.'),
      say('Switch EXPN off for strangers.', 'Desactivar EXPN para desconocidos.'),
      evidence,
    )
  },
}
