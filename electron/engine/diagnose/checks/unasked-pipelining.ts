// ROB-02: what a server that offers no pipelining does with it.
import { say } from '#shared/explain/words.ts'
import { info, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'

export const unaskedPipelining: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-02',
  name: say('Pipelining without an offer', 'Pipelining sin oferta'),
  severity: 'info',
  reference: 'RFC 2920 §3.1',
  judge({ seen: { hasPipelining, group } }) {
    if (hasPipelining) return null
    const evidence = group.flatMap((said) => said.evidence)
    if (group.some(({ end }) => end === 'closed')) {
      return warn(
        say('The server hangs up at it.', 'El servidor cuelga ante ello.'),
        say(
          'Nothing is wrong: it was not offered. Programs that do it all the same are thrown out here.',
          'No es un error: no se ofrecía. A los programas que lo hacen igualmente se les echa.',
        ),
        evidence,
      )
    }
    if (group.length === 3 && group.every(({ reply }) => reply !== null))
      return pass(say('It is answered in order.', 'Se responde en orden.'), evidence)
    return info(say('Not every command is answered.', 'No se responde a todas las órdenes.'), null, evidence)
  },
}
