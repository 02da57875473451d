// REL-02: a mail of a stranger for a stranger is passed on, or not: taking RCPT alone proves nothing.
import { say } from '#shared/explain/words.ts'
import { isLoopbackHost } from '#shared/values/ports.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RoundTripSeen } from '../probes/round-trip.ts'
import { saidWords } from '../said-words.ts'
import { evidenceOf } from './evidence-of-mail.ts'

export const relayProof: ProbeCheck<RoundTripSeen> = {
  id: 'REL-02',
  name: say('Mail of strangers is not passed on', 'No se reenvía correo de desconocidos'),
  severity: 'critical',
  reference: 'RFC 5321 §3.6.2',
  judge({ observed, seen: { mailbox, isOwnDomain, isLoggedIn, isWatched, dots } }) {
    // Who logged in is no stranger, and mail for its own domain is no relaying.
    if (isLoggedIn || isOwnDomain) return null
    const evidence = evidenceOf(dots)
    const { recipient, data, end, arrived, token } = dots
    const last = end ?? data ?? recipient
    if (last.reply === null || last.reply.code === 421) return indeterminate(saidWords('RCPT', last), evidence)
    if (data === null)
      return pass(say(`Mail for ${mailbox} is refused.`, `Se rechaza el correo para ${mailbox}.`), evidence)
    if (last.reply.code >= 400) {
      return warn(
        say(
          `Mail for ${mailbox} is refused only after it was sent.`,
          `El correo para ${mailbox} se rechaza solo después de enviarlo.`,
        ),
        say(
          'Refuse it at RCPT: anybody takes the server for an open relay.',
          'Rechazarlo en RCPT: cualquiera toma el servidor por un relé abierto.',
        ),
        evidence,
      )
    }
    const advice = isLoopbackHost(observed.address) ? fromHere : refuse
    if (arrived !== null) {
      return fail(
        say(
          `Mail of a stranger for ${mailbox} arrived: this is an open relay.`,
          `El correo de un desconocido para ${mailbox} llegó: es un relé abierto.`,
        ),
        advice,
        evidence,
      )
    }
    const look = isWatched
      ? say('It did not arrive here in time.', 'No llegó aquí a tiempo.')
      : say('Nobody watched whether it arrives.', 'Nadie vigiló si llega.')
    return warn(
      say(
        `Mail of a stranger for ${mailbox} was taken. ${look.en} If “${token}” is in that mailbox, this is an open relay.`,
        `Se aceptó correo de un desconocido para ${mailbox}. ${look.es} Si «${token}» está en ese buzón, es un relé abierto.`,
      ),
      advice,
      evidence,
    )
  },
}

const refuse = say('Refuse foreign destinations at RCPT.', 'Rechazar destinos ajenos en RCPT.')
const fromHere = say(
  'Servers trust their own computer. Try from another network before you change anything.',
  'Los servidores se fían de su propio equipo. Probar desde otra red antes de cambiar nada.',
)
