// EHL-17: a command that is wrong is refused, and the session goes on.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MannersSeen } from '../probes/manners.ts'
import { saidWords } from '../said-words.ts'

export const badCommands: ProbeCheck<MannersSeen> = {
  id: 'EHL-17',
  name: say('A mistake does not end the session', 'Un error no termina la sesión'),
  severity: 'low',
  reference: 'RFC 5321 §4.2.4',
  judge({ seen: { mistakes } }) {
    const evidence = mistakes.flatMap(({ said, after }) => [...said.evidence, ...after.evidence])
    const advice = say(
      'Look at the limits for mistakes of the server, or at what stands in between.',
      'Revisar los límites de errores del servidor, o lo que hay en medio.',
    )
    const hanging = mistakes.find(({ said }) => said.end === 'silent')
    if (hanging !== undefined) return fail(saidWords(hanging.line, hanging.said), advice, evidence)
    const closed = mistakes.find(({ said, after }) => said.end === 'closed' || after.end === 'closed')
    if (closed !== undefined) {
      return warn(
        say(`After “${closed.line}” the server hangs up.`, `Tras «${closed.line}» el servidor cuelga.`),
        advice,
        evidence,
      )
    }
    const taken = mistakes.find(({ said }) => (said.reply?.code ?? 500) < 500)
    if (taken !== undefined) return warn(saidWords(taken.line, taken.said), advice, evidence)
    return pass(say('It is refused, and the session goes on.', 'Se rechaza, y la sesión continúa.'), evidence)
  },
}
