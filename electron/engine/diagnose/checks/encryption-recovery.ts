// STL-13: a handshake that goes wrong does no lasting harm.
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { EncryptionOrderSeen } from '../probes/encryption-order.ts'

export const encryptionRecovery: ProbeCheck<EncryptionOrderSeen> = {
  id: 'STL-13',
  name: say('A broken handshake does no lasting harm', 'Una negociación rota no deja secuelas'),
  severity: 'info',
  reference: 'RFC 3207 §4.1',
  judge({ seen: { recovery } }) {
    if (recovery === null) return null
    const { said, isGreeted } = recovery
    if (isGreeted)
      return pass(say('The next connection is greeted.', 'La siguiente conexión recibe saludo.'), said.evidence)
    return warn(
      say(
        'After a broken handshake the server does not answer us for a while.',
        'Tras una negociación rota el servidor deja de respondernos un rato.',
      ),
      say(
        'Wait some minutes. Something like fail2ban may count broken handshakes.',
        'Esperar unos minutos. Puede que algo como fail2ban cuente las negociaciones rotas.',
      ),
      said.evidence,
    )
  },
}
