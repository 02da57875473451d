// AUT-04: a login that is given up, or goes wrong, ends with a word of the server.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { LoginRulesSeen } from '../probes/login-rules.ts'
import { saidWords } from '../said-words.ts'

export const loginCancelled: ProbeCheck<LoginRulesSeen> = {
  id: 'AUT-04',
  name: say('A login can be given up', 'Se puede abandonar un inicio de sesión'),
  severity: 'low',
  reference: 'RFC 4954 §4',
  judge({ seen: { cancelled, malformed } }) {
    if (cancelled === null || malformed === null) return null
    const evidence = [...cancelled.evidence, ...malformed.evidence]
    const update = say('Update the server.', 'Actualizar el servidor.')
    for (const [line, said] of [
      ['*', cancelled],
      ['!', malformed],
    ] as const) {
      if (said.reply === null || said.reply.code < 400) return fail(saidWords(line, said), update, evidence)
    }
    if (cancelled.reply?.code === 501 && malformed.reply?.code === 501)
      return pass(say('It ends with 501, as it should.', 'Termina con 501, como debe.'), evidence)
    return warn(
      say(
        `It ends with ${cancelled.reply?.code}, and ${malformed.reply?.code} for nonsense, where 501 would be right.`,
        `Termina con ${cancelled.reply?.code}, y con ${malformed.reply?.code} ante un sinsentido, donde lo correcto sería 501.`,
      ),
      say(
        'Harmless; but clients that trust the code take it for a wrong password.',
        'Inofensivo; pero los clientes que se fían del código lo toman por una contraseña errónea.',
      ),
      evidence,
    )
  },
}
