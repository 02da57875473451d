// ROB-07: only CR LF dot CR LF ends a mail; any other end lets a second, forged mail be smuggled in.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MalformedSeen } from '../probes/malformed.ts'
import { saidWords } from '../said-words.ts'
import { trueLineEnds } from '../settings.ts'

export const smuggledEnds: ProbeCheck<MalformedSeen> = {
  id: 'ROB-07',
  name: say('No mail can be smuggled in', 'No se puede colar un correo'),
  severity: 'high',
  reference: 'RFC 5321 §4.1.1.4',
  judge({ seen: { recipient, endings } }) {
    if (endings === null) return indeterminate(saidWords('RCPT', recipient), recipient.evidence)
    const evidence = endings.flatMap(({ said }) => said.evidence)
    const unsent = endings.find(({ isSent }) => isSent === false)
    if (unsent !== undefined) return indeterminate(saidWords('DATA', unsent.said), unsent.said.evidence)
    const taken = endings.filter(({ said }) => said.reply?.code === 250)
    if (taken.length > 0) {
      const shown = taken.map((ending) => ending.shown).join(', ')
      return fail(
        say(
          `These are taken for the end of a mail: ${shown}. A second, forged mail can hide behind them.`,
          `Esto se toma por el final de un correo: ${shown}. Detrás se puede esconder un segundo correo falsificado.`,
        ),
        advise(
          'Update the server (CVE-2023-51764 and its like).',
          'Actualizar el servidor (CVE-2023-51764 y similares).',
          trueLineEnds,
        ),
        taken.flatMap(({ said }) => said.evidence),
      )
    }
    return pass(
      say(
        `None of ${endings.length} false ends is taken.`,
        `No se acepta ninguno de ${endings.length} finales falsos.`,
      ),
      evidence,
    )
  },
}
