// ROB-01: several commands in one write are answered in their order. At level 2 no mail is begun: where clients say DATA, RSET
// stands, and takes the recipient back.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import type { Said } from '../talk.ts'

export const pipeliningWorks: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-01',
  name: say('Pipelining works', 'El pipelining funciona'),
  severity: 'medium',
  reference: 'RFC 2920 §3.2',
  judge({ seen: { hasPipelining, group } }) {
    if (!hasPipelining) return null
    const evidence = group.flatMap((said) => said.evidence)
    if (isInOrder(group)) {
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

/** MAIL and RCPT may be refused, but not as commands that nobody understood; RSET never is. */
function isInOrder(group: readonly Said[]): boolean {
  const [mail, recipient, reset] = group.map(({ reply }) => reply?.code ?? null)
  if (mail === null || recipient === null || reset !== 250) return false
  return !isConfused(mail) && !(mail === 250 && isConfused(recipient))
}

/** RFC 5321 §4.2.2: 500 to 504 are about the command itself, and how it stands to the others. */
const isConfused = (code = 500): boolean => code >= 500 && code <= 504
