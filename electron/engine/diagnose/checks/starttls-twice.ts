// STL-10: STARTTLS is refused inside TLS, and with an argument.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { EncryptionOrderSeen } from '../probes/encryption-order.ts'
import { saidWords } from '../said-words.ts'

export const starttlsTwice: ProbeCheck<EncryptionOrderSeen> = {
  id: 'STL-10',
  name: say('STARTTLS is refused where it makes no sense', 'STARTTLS se rechaza donde no tiene sentido'),
  severity: 'low',
  reference: 'RFC 3207 §4',
  judge({ seen: { twice, withArgument } }) {
    if (twice === null || withArgument === null) return null
    const evidence = [...withArgument.evidence, ...twice.evidence]
    const update = say('Update the server.', 'Actualizar el servidor.')
    if (twice.reply?.code === 220) {
      return fail(say('Inside TLS it is taken again.', 'Dentro de TLS se vuelve a aceptar.'), update, evidence)
    }
    if (withArgument.reply?.code === 220) {
      return warn(say('It is taken with an argument.', 'Se acepta con un argumento.'), update, evidence)
    }
    const silent = [twice, withArgument].find(({ end }) => end === 'silent')
    if (silent !== undefined) return indeterminate(saidWords('STARTTLS', silent), evidence)
    return pass(say('It is.', 'Así es.'), evidence)
  },
}
