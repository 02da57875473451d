// AUT-12: a login may send as its own address alone.
import { say } from '#shared/explain/words.ts'
import { advise } from '../advice.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { OwnLoginSeen } from '../probes/own-login.ts'
import { saidWords } from '../said-words.ts'
import { ownSenders } from '../settings.ts'
import { notLoggedIn } from './not-logged-in.ts'

export const foreignSender: ProbeCheck<OwnLoginSeen> = {
  id: 'AUT-12',
  name: say('Nobody sends as somebody else', 'Nadie envía como otra persona'),
  severity: 'medium',
  reference: 'RFC 6409 §6.1',
  judge({ seen: { login, foreign } }) {
    if (foreign === null) return notLoggedIn(login)
    const { address, mail, recipient } = foreign
    const last = recipient ?? mail
    const evidence = [...mail.evidence, ...(recipient?.evidence ?? [])]
    if (last.reply === null) return indeterminate(saidWords('MAIL', last), evidence)
    if (last.reply.code >= 400) return pass(say(`<${address}> is refused.`, `<${address}> se rechaza.`), evidence)
    return warn(
      say(
        `After the login, <${address}> is taken as sender: users can send in the name of others.`,
        `Tras iniciar sesión se acepta <${address}> como remitente: los usuarios pueden enviar en nombre de otros.`,
      ),
      advise('Tie senders to logins.', 'Ligar remitentes a usuarios.', ownSenders),
      evidence,
    )
  },
}
