// AUT-11: where people send from, strangers cannot.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { LoginRulesSeen } from '../probes/login-rules.ts'
import { saidWords } from '../said-words.ts'

export const mailWithoutLogin: ProbeCheck<LoginRulesSeen> = {
  id: 'AUT-11',
  name: say('No mail without a login', 'Sin inicio de sesión no hay correo'),
  severity: 'critical',
  reference: 'RFC 6409 §4.3',
  judge({ observed, seen: { mail, recipient } }) {
    if (observed.endpoint.role !== 'submission') return null
    const last = recipient ?? mail
    const evidence = [...mail.evidence, ...(recipient?.evidence ?? [])]
    if (last.reply === null || last.reply.code === 421)
      return indeterminate(saidWords(recipient === null ? 'MAIL' : 'RCPT', last), evidence)
    if (last.reply.code >= 400)
      return pass(say('A login is asked for first.', 'Primero se pide iniciar sesión.'), evidence)
    return fail(
      say(
        'Without a login, a mail to a foreign domain is welcome: anyone could send spam through this server.',
        'Sin iniciar sesión se acepta correo a un dominio ajeno: cualquiera podría enviar spam por este servidor.',
      ),
      say(
        'Require a login on this port. From this computer or its network the server may trust us: then try from elsewhere.',
        'Exigir inicio de sesión en este puerto. Puede que el servidor se fíe de este equipo o de su red: probar entonces desde otro sitio.',
      ),
      evidence,
    )
  },
}
