// ROB-03: what a server does with clients that do not wait for its answers.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { refuseEarlyTalk } from '../settings.ts'
import type { Said } from '../talk.ts'

export const earlyTalk: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-03',
  name: say('Clients that talk out of turn', 'Clientes que hablan fuera de turno'),
  severity: 'info',
  reference: 'RFC 2920 §3.1',
  judge({ seen: { beforeGreeting, early } }) {
    const evidence = [...beforeGreeting, ...early].flatMap((said) => said.evidence)
    const isBorne = [beforeGreeting, early].map(areTaken)
    if (isBorne.every(Boolean))
      return warn(
        say('They are borne, although most of them send spam.', 'Se soportan, aunque la mayoría envía spam.'),
        advise('Refuse who does not wait.', 'Rechazar a quien no espera.', refuseEarlyTalk),
        evidence,
      )
    if (isBorne.some(Boolean)) return pass(isBorne[0] ? onlyLater : onlyBefore, evidence)
    return pass(
      say(
        'They are refused: it keeps out senders of spam, and careless programs too.',
        'Se rechazan: eso frena a quienes envían spam, y también a programas descuidados.',
      ),
      evidence,
    )
  },
}

const areTaken = (group: readonly Said[]): boolean =>
  group.length === 2 && group.every(({ reply }) => reply !== null && reply.code < 400)

const onlyBefore = say(
  'Those who speak before the greeting are refused; those who do not wait for an answer later are borne.',
  'Se rechaza a quienes hablan antes del saludo; se soporta a quienes luego no esperan una respuesta.',
)
const onlyLater = say(
  'Those who do not wait for an answer are refused; those who speak before the greeting are borne.',
  'Se rechaza a quienes no esperan una respuesta; se soporta a quienes hablan antes del saludo.',
)
