// AUT-15: a token that is not taken is refused with the reason, and to the end.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { WrongLoginsSeen } from '../probes/wrong-logins.ts'
import { saidWords } from '../said-words.ts'

export const oauthError: ProbeCheck<WrongLoginsSeen> = {
  id: 'AUT-15',
  name: say('A wrong token is refused with its reason', 'Un token erróneo se rechaza con su motivo'),
  severity: 'medium',
  reference: 'RFC 7628 §3.2.2',
  judge({ seen: { oauth } }) {
    if (oauth === null) return null
    const { said, error, final } = oauth
    const evidence = [...said.evidence, ...(final?.evidence ?? [])]
    const update = say('Update the server.', 'Actualizar el servidor.')
    if (said.reply?.code === 235)
      return fail(say('A token of ours is taken.', 'Se acepta un token nuestro.'), update, evidence)
    if (final !== null && (final.reply === null || final.reply.code < 400))
      return fail(saidWords('AUTH', final), update, evidence)
    if (error === null || error === '') {
      return warn(
        say('It is refused without a reason.', 'Se rechaza sin motivo.'),
        say(
          'A client cannot tell an expired token from a wrong one.',
          'Un cliente no distingue un token caducado de uno erróneo.',
        ),
        evidence,
      )
    }
    return pass(say(`The server says: ${error}.`, `El servidor dice: ${error}.`), evidence)
  },
}
