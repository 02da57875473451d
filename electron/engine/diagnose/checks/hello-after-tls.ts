// STL-09: whether the server wants to be greeted anew inside encryption.
import { say } from '#shared/explain/words.ts'
import { fail, info, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { EncryptionOrderSeen } from '../probes/encryption-order.ts'
import { saidWords } from '../said-words.ts'

export const helloAfterTls: ProbeCheck<EncryptionOrderSeen> = {
  id: 'STL-09',
  name: say('EHLO again after encryption', 'EHLO de nuevo tras el cifrado'),
  severity: 'info',
  reference: 'RFC 3207 §4.2',
  judge({ seen: { unintroduced } }) {
    if (unintroduced === null) return null
    const { reply, evidence } = unintroduced
    if (reply === null) {
      return fail(
        saidWords('MAIL', unintroduced),
        say('Update the server, or look what stands in between.', 'Actualizar el servidor o mirar qué hay en medio.'),
        evidence,
      )
    }
    if (reply.code >= 400) return pass(say('The server insists on it.', 'El servidor insiste en ello.'), evidence)
    return info(
      say(
        'The server remembers our name from before. Heloise says EHLO again in any case.',
        'El servidor recuerda nuestro nombre de antes. Heloise repite EHLO de todos modos.',
      ),
      null,
      evidence,
    )
  },
}
