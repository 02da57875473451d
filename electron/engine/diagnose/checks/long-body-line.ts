// ROB-05: the longest line that is allowed is taken, and what the server does with a longer one. Whether it wraps them shows only
// where mails arrive.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
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
    const { said: tooLong, allowed } = mail
    const evidence = [...allowed.evidence, ...tooLong.evidence]
    if (allowed.reply === null) return indeterminate(saidWords('DATA', allowed), evidence)
    if (allowed.reply.code !== 250) {
      const { en, es } = saidWords('DATA', allowed)
      return fail(
        say(
          `998 octets are refused, which every server must take. ${en}`,
          `Se rechazan 998 octetos, que todo servidor debe aceptar. ${es}`,
        ),
        shorter,
        evidence,
      )
    }
    if (tooLong.reply === null) return indeterminate(saidWords('DATA', tooLong), evidence)
    return tooLong.reply.code === 250 ? pass(taken, evidence) : warn(saidWords('DATA', tooLong), folded, evidence)
  },
}

const taken = say('998 octets are taken, and 1,200 too.', 'Se aceptan 998 octetos, y también 1200.')
const folded = say(
  'Heloise folds what it writes; raw mails are refused here.',
  'Heloise pliega lo que escribe; los correos en bruto se rechazan aquí.',
)
const shorter = say(
  'Let the server take lines of 998 octets, and look whether a filter refuses the mail for another reason.',
  'Hacer que el servidor acepte líneas de 998 octetos, y mirar si un filtro rechaza el correo por otro motivo.',
)
