// TLS-S4: whether a session can be taken up again without a whole handshake.
import { say } from '#shared/explain/words.ts'
import { info, pass } from '../check.ts'
import { scanCheck } from './scan-check.ts'

export const resumption = scanCheck({
  id: 'TLS-S4',
  name: say('Sessions can be taken up again', 'Las sesiones se pueden retomar'),
  severity: 'info',
  reference: 'RFC 9325 §3.4',
  least: 'full',
  judge({ completed }) {
    if (completed === null) return null
    const tried = Object.values(completed.resumption).filter((outcome) => outcome !== null)
    if (tried.length === 0) return 'unclear'
    if (tried.includes(true)) return pass(say('They can, which saves time.', 'Se puede, lo que ahorra tiempo.'))
    return info(
      say('Each connection takes a whole handshake.', 'Cada conexión requiere una negociación completa.'),
      say('Session tickets would save time.', 'Los tickets de sesión ahorrarían tiempo.'),
    )
  },
})
