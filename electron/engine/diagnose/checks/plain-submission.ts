// STL-05: where people log in, nothing goes on before encryption.
import { say } from '#shared/explain/words.ts'
import { authMechanisms } from '../../smtp/index.ts'
import { advise } from '../advice.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import { offerEvidence } from '../evidence.ts'
import type { ProbeCheck } from '../probe.ts'
import type { EncryptionOrderSeen } from '../probes/encryption-order.ts'
import { saidWords } from '../said-words.ts'
import { requireTls } from '../settings.ts'

export const plainSubmission: ProbeCheck<EncryptionOrderSeen> = {
  id: 'STL-05',
  name: say('Submission requires encryption', 'El envío exige cifrado'),
  severity: { mx: 'info', submission: 'high' },
  reference: 'RFC 8314 §3.3',
  judge({ observed, seen: { plainMail } }) {
    if (observed.endpoint.role !== 'submission') return null
    const evidence = [...plainMail.evidence, ...offerEvidence(observed, 'AUTH', 'before')]
    const advice = advise('Require TLS.', 'Exigir TLS.', requireTls)
    const readable = authMechanisms(observed.beforeTls ?? []).filter((name) => name === 'PLAIN' || name === 'LOGIN')
    if (readable.length > 0) {
      return fail(
        say(
          `Passwords can be sent in the clear: ${readable.join(', ')} before encryption.`,
          `Se pueden enviar contraseñas en claro: ${readable.join(', ')} antes del cifrado.`,
        ),
        advice,
        evidence,
      )
    }
    if (plainMail.reply === null) return indeterminate(saidWords('MAIL', plainMail), evidence)
    if (plainMail.reply.code >= 400)
      return pass(say('Before encryption nothing goes on.', 'Antes del cifrado no se puede seguir.'), evidence)
    return warn(
      say(
        'Logins wait for encryption, but mail is taken without it.',
        'El inicio de sesión espera al cifrado, pero se acepta correo sin él.',
      ),
      advice,
      evidence,
    )
  },
}
