// ROB-08: what looks like the end of a mail, and is none, does not leave the server as it came in.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import { isTaken } from '../probes/deliver.ts'
import { octetsOfEnd } from '../probes/false-ends.ts'
import type { RoundTripSeen } from '../probes/round-trip.ts'
import { left, right } from '../probes/test-texts.ts'
import { evidenceOf, notArrived } from './evidence-of-mail.ts'

export const smuggledOut: ProbeCheck<RoundTripSeen> = {
  id: 'ROB-08',
  name: say('No mail can be smuggled out', 'No se puede colar un correo hacia fuera'),
  severity: 'high',
  reference: 'RFC 5321 §2.3.8',
  judge({ seen: { ends, dots, isWatched } }) {
    if (ends === null) return notArrived(dots, isWatched)
    const passed = ends.filter(({ arrived, sequence }) => arrived?.includes(`${left}${octetsOfEnd(sequence)}${right}`))
    if (passed.length > 0) {
      const list = passed.map(({ sequence }) => sequence).join(', ')
      return fail(
        say(
          `These leave the server as they came: ${list}. Its users can smuggle a second, forged mail into other servers.`,
          `Esto sale del servidor tal como entró: ${list}. Sus usuarios pueden colar un segundo correo falsificado en otros servidores.`,
        ),
        say(
          'Update the server, or have it filter or refuse bare CR and LF.',
          'Actualizar el servidor o hacer que filtre o rechace CR y LF sueltos.',
        ),
        passed.flatMap(evidenceOf),
      )
    }
    const isJudged = (one: (typeof ends)[number]) => one.arrived !== null || (one.end?.reply?.code ?? 0) >= 500
    const judged = ends.filter(isJudged)
    const [open] = ends.filter((one) => !isJudged(one))
    if (judged.length === 0) return open === undefined ? null : notArrived(open, isWatched)
    if (open !== undefined && isTaken(open)) return indeterminate(partly(judged.length, ends.length), evidenceOf(open))
    return pass(
      say(`None of ${judged.length} false ends goes through.`, `No pasa ninguno de ${judged.length} finales falsos.`),
      ends.flatMap(evidenceOf),
    )
  },
}

const partly = (judged: number, all: number) =>
  say(
    `Not judged: only ${judged} of ${all} mails came round; none of those brought a false end.`,
    `Sin valorar: solo volvieron ${judged} de ${all} correos; ninguno de esos trajo un final falso.`,
  )
