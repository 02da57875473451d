// ROB-03: what a server does with clients that do not wait for its answers.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { refuseEarlyTalk } from '../settings.ts'

export const earlyTalk: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-03',
  name: say('Clients that talk out of turn', 'Clientes que hablan fuera de turno'),
  severity: 'info',
  reference: 'RFC 2920 §3.1',
  judge({ seen: { early } }) {
    const evidence = early.flatMap((said) => said.evidence)
    if (early.length === 2 && early.every(({ reply }) => reply !== null && reply.code < 400))
      return warn(
        say('They are borne, although most of them send spam.', 'Se soportan, aunque la mayoría envía spam.'),
        advise('Refuse who does not wait.', 'Rechazar a quien no espera.', refuseEarlyTalk),
        evidence,
      )
    return pass(
      say(
        'They are refused: it keeps out senders of spam, and careless programs too.',
        'Se rechazan: eso frena a quienes envían spam, y también a programas descuidados.',
      ),
      evidence,
    )
  },
}
