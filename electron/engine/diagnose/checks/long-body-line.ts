// ROB-05: the longest line that is allowed is taken, and what becomes of it and of a longer one where they arrive.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import { type Delivered, endOf, isTaken } from '../probes/deliver.ts'
import type { LongLinesSeen } from '../probes/long-lines.ts'
import { allowedLine, longerLine } from '../probes/test-texts.ts'
import { saidWords } from '../said-words.ts'
import { evidenceOf, notArrived } from './evidence-of-mail.ts'
import { type LineState, lineState } from './line-state.ts'

export const longBodyLine: ProbeCheck<LongLinesSeen> = {
  id: 'ROB-05',
  name: say('Long lines of a mail are kept', 'Se conservan las líneas largas de un correo'),
  severity: 'low',
  reference: 'RFC 5321 §4.5.3.1.6',
  judge({ seen: { mails, isWatched } }) {
    if (mails === null) return null
    const { allowed, longer } = mails
    const evidence = [...evidenceOf(allowed), ...evidenceOf(longer)]
    if (isRefused(allowed)) {
      const { en, es } = saidWords('DATA', endOf(allowed))
      return fail(say(`${refused.en} ${en}`, `${refused.es} ${es}`), shorter, evidence)
    }
    if (!isTaken(allowed)) return notArrived(allowed, isWatched)
    const kept = stateOf(allowed, allowedLine)
    if (kept !== null && kept !== 'kept') return fail(becomes(998, kept), shorter, evidence)
    if (isRefused(longer)) return warn(saidWords('DATA', endOf(longer)), folded, evidence)
    if (!isTaken(longer)) return notArrived(longer, isWatched)
    const more = stateOf(longer, longerLine)
    if (kept === null || more === null) return indeterminate(isWatched ? late : unwatched, evidence)
    if (more === 'kept') return pass(bothKept, evidence)
    return (more === 'damaged' ? fail : warn)(becomes(1200, more), folded, evidence)
  },
}

/** By an answer to the mail itself: the recipient is another matter, and 421 is about the session (RFC 5321 §3.8). */
const isRefused = ({ end }: Delivered): boolean =>
  end !== null && end.reply !== null && end.reply.code >= 400 && end.reply.code !== 421

const stateOf = ({ arrived }: Delivered, line: string): LineState | null =>
  arrived === null ? null : lineState(arrived, line)

const becomes = (octets: number, state: Exclude<LineState, 'kept'>) =>
  say(
    `A line of ${octets} octets arrives, but ${states[state].en}.`,
    `Una línea de ${octets} octetos llega, pero ${states[state].es}.`,
  )

const states = {
  wrapped: say(
    'wrapped into several, which breaks signatures (DKIM)',
    'partida en varias, lo que rompe las firmas (DKIM)',
  ),
  recoded: say(
    'written anew in ASCII, which breaks signatures (DKIM)',
    'reescrita en ASCII, lo que rompe las firmas (DKIM)',
  ),
  damaged: say('damaged: a part of it is missing', 'dañada: le falta una parte'),
}

const bothKept = say(
  'Lines of 998 octets, and of 1,200 too, arrive as they were sent.',
  'Las líneas de 998 octetos, y también las de 1200, llegan tal como se enviaron.',
)
const unwatched = say(
  'Both 998 and 1,200 octets are taken. Whether they are kept or wrapped shows only where mail arrives: it takes an address whose mail the server hands to the loopback server.',
  'Se aceptan tanto 998 como 1200 octetos. Si se conservan o se parten solo se ve donde llega el correo: requiere una dirección cuyo correo entregue el servidor al servidor de loopback.',
)
const late = say(
  'Both 998 and 1,200 octets are taken, but did not arrive at the loopback server in time.',
  'Se aceptan tanto 998 como 1200 octetos, pero no llegaron a tiempo al servidor de loopback.',
)
const refused = say(
  '998 octets are refused, which every server must take.',
  'Se rechazan 998 octetos, que todo servidor debe aceptar.',
)
const folded = say(
  'Heloise folds what it writes; send no raw mails with longer lines here.',
  'Heloise pliega lo que escribe; no enviar por aquí correos en bruto con líneas más largas.',
)
const shorter = say(
  'Let the server and the filters behind it keep lines of 998 octets as they are.',
  'Hacer que el servidor y los filtros que haya detrás conserven las líneas de 998 octetos tal como son.',
)
