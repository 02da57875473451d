// ROB-01: several commands in one write are answered in their order.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'

export const pipeliningWorks: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-01',
  name: say('Pipelining works', 'El pipelining funciona'),
  severity: 'medium',
  reference: 'RFC 2920 §3.2',
  judge({ seen: { hasPipelining, group } }) {
    if (!hasPipelining) return null
    const evidence = group.flatMap((said) => said.evidence)
    if (group.length === 3 && group.every(({ reply }) => reply?.code === 250)) {
      return pass(
        say('Three commands in one write had three answers.', 'Tres órdenes de golpe tuvieron tres respuestas.'),
        evidence,
      )
    }
    return fail(
      say(
        'The server offers pipelining and gets confused by it: answers are missing or wrong.',
        'El servidor ofrece pipelining y se confunde con él: faltan respuestas o son erróneas.',
      ),
      say(
        'Withdraw the offer, or mend the proxy in between. Meanwhile switch PIPELINING off for this profile.',
        'Retirar la oferta o arreglar el proxy intermedio. Mientras, desactivar PIPELINING en este perfil.',
      ),
      evidence,
    )
  },
}
