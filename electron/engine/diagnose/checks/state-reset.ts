// STL-08: what was said before encryption is forgotten inside.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { EncryptionOrderSeen } from '../probes/encryption-order.ts'
import { saidWords } from '../said-words.ts'

export const stateReset: ProbeCheck<EncryptionOrderSeen> = {
  id: 'STL-08',
  name: say('Encryption begins a new session', 'El cifrado empieza una sesión nueva'),
  severity: 'medium',
  reference: 'RFC 3207 §4.2',
  judge({ seen: { leftover } }) {
    if (leftover === null) return null
    if (leftover.reply === null) return indeterminate(saidWords('RCPT', leftover), leftover.evidence)
    if (leftover.reply.code >= 400) {
      return pass(
        say('A sender named before is forgotten.', 'Un remitente indicado antes se olvida.'),
        leftover.evidence,
      )
    }
    return fail(
      say(
        'A sender named in plain text still counts inside encryption, so whoever stands between can begin the mail.',
        'Un remitente indicado en claro sigue contando dentro del cifrado: quien esté en medio puede empezar el correo.',
      ),
      say('Update the server.', 'Actualizar el servidor.'),
      leftover.evidence,
    )
  },
}
