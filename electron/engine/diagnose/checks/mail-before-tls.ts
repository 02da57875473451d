// STL-04: a public MX takes mail from servers that cannot encrypt.
import { say } from '#shared/explain/words.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { EncryptionOrderSeen } from '../probes/encryption-order.ts'
import { saidWords } from '../said-words.ts'

export const mailBeforeTls: ProbeCheck<EncryptionOrderSeen> = {
  id: 'STL-04',
  name: say('The MX takes unencrypted mail too', 'El MX acepta también correo sin cifrar'),
  severity: 'info',
  reference: 'RFC 3207 §4',
  judge({ observed, seen: { plainMail } }) {
    if (observed.endpoint.role !== 'mx') return null
    const { reply, evidence } = plainMail
    if (reply === null || (reply.code >= 400 && reply.code !== 530))
      return indeterminate(saidWords('MAIL', plainMail), evidence)
    if (reply.code !== 530)
      return pass(say('It does, as a public MX must.', 'Sí, como debe hacer un MX público.'), evidence)
    return warn(
      say(
        'It refuses mail that is not encrypted. In private that is fine; a public MX must not.',
        'Rechaza el correo sin cifrar. En privado está bien; un MX público no debe hacerlo.',
      ),
      say(
        'For a public MX offer encryption and do not demand it; MTA-STS and DANE let senders insist.',
        'En un MX público, ofrecer cifrado sin exigirlo; MTA-STS y DANE permiten que los remitentes insistan.',
      ),
      evidence,
    )
  },
}
