// TLS-S10: the server ends TLS before it hangs up.
import { say } from '#shared/explain/words.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { FarewellSeen } from '../probes/tls-farewell.ts'

export const closeNotify: ProbeCheck<FarewellSeen> = {
  id: 'TLS-S10',
  name: say('TLS is ended before hanging up', 'TLS se termina antes de colgar'),
  severity: 'info',
  reference: 'RFC 8446 §6.1',
  judge({ seen: { outcome, session, entry } }) {
    const evidence = [{ session, entry }]
    switch (outcome) {
      case 'yes':
        return pass(say('At QUIT it says goodbye inside TLS.', 'Ante QUIT se despide dentro de TLS.'), evidence)
      case 'no':
        return warn(
          say(
            'At QUIT it hangs up without a goodbye inside TLS, so the end of a session proves nothing.',
            'Ante QUIT cuelga sin despedirse dentro de TLS, así que el final de una sesión no prueba nada.',
          ),
          say(
            'Harmless in SMTP: replies have an end of their own.',
            'Inofensivo en SMTP: las respuestas tienen su propio final.',
          ),
          evidence,
        )
      case 'unclear':
        return indeterminate(
          say('Not judged: the server did not hang up in time.', 'Sin valorar: el servidor no colgó a tiempo.'),
          evidence,
        )
    }
  },
}
