// ROB-05: what the server does with lines that are too long.
import { say } from '#shared/explain/words.ts'
import { indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { MalformedSeen } from '../probes/malformed.ts'
import { saidWords } from '../said-words.ts'

export const longBodyLine: ProbeCheck<MalformedSeen> = {
  id: 'ROB-05',
  name: say('Long lines of a mail are taken', 'Se aceptan líneas largas en un correo'),
  severity: 'low',
  reference: 'RFC 5321 §4.5.3.1.6',
  judge({ seen: { mail, recipient } }) {
    if (mail === null) return indeterminate(saidWords('RCPT', recipient), recipient.evidence)
    const { reply, evidence } = mail.said
    if (reply === null) return indeterminate(saidWords('DATA', mail.said), evidence)
    if (reply.code === 250) return pass(say('1,200 octets are taken.', 'Se aceptan 1200 octetos.'), evidence)
    return warn(
      saidWords('DATA', mail.said),
      say(
        'Heloise folds what it writes; raw mails are refused here.',
        'Heloise pliega lo que escribe; los correos en bruto se rechazan aquí.',
      ),
      evidence,
    )
  },
}
