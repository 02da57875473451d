// STL-03: encryption that is not offered does not work either; else something on the way has hidden it.
import { say } from '#shared/explain/words.ts'
import { pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { EncryptionOrderSeen } from '../probes/encryption-order.ts'

export const hiddenStarttls: ProbeCheck<EncryptionOrderSeen> = {
  id: 'STL-03',
  name: say('STARTTLS is not hidden from us', 'STARTTLS no se nos oculta'),
  severity: 'medium',
  reference: 'RFC 3207 §6',
  judge({ seen: { hidden } }) {
    if (hidden === null) return null
    if (hidden.reply?.code !== 220)
      return pass(say('It is not offered, and refused.', 'No se ofrece, y se rechaza.'), hidden.evidence)
    return warn(
      say(
        'It is not offered and works all the same: something on the way may have removed the offer.',
        'No se ofrece y aun así funciona: puede que algo por el camino haya quitado la oferta.',
      ),
      say(
        'Compare from another network, and look for a firewall that inspects SMTP.',
        'Comparar desde otra red y buscar un cortafuegos que inspeccione SMTP.',
      ),
      hidden.evidence,
    )
  },
}
