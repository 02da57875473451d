// ROB-15: a session can have more than one mail.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RobustnessSeen } from '../probes/robustness.ts'
import { saidWords } from '../said-words.ts'

export const secondTransaction: ProbeCheck<RobustnessSeen> = {
  id: 'ROB-15',
  name: say('A session can have several mails', 'Una sesión puede llevar varios correos'),
  severity: 'medium',
  reference: 'RFC 5321 §4.1.1.5',
  judge({ seen: { transactions } }) {
    const evidence = transactions.flatMap((said) => said.evidence)
    const [first, second] = transactions
    if (first?.reply === null || first === undefined || second === undefined || first.reply.code >= 400)
      return indeterminate(first === undefined ? nothing : saidWords('MAIL', first), evidence)
    if (second.reply?.code === 250) return pass(say('RSET begins anew.', 'RSET empieza de nuevo.'), evidence)
    const advice = say('Send each mail in a session of its own.', 'Enviar cada correo en una sesión propia.')
    const isLimit = second.reply?.code === 421 || second.reply?.code === 452
    return (isLimit ? warn : fail)(saidWords('MAIL', second), advice, evidence)
  },
}

const nothing = say('MAIL was not tried.', 'No se probó MAIL.')
