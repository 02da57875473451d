// What was said about one mail of a probe, and why nothing can be said of it where it did not come round.
import { say } from '#shared/explain/words.ts'
import { type Evidence, indeterminate, type Verdict } from '../check.ts'
import { endOf, isTaken, type Sent } from '../probes/deliver.ts'
import { saidWords } from '../said-words.ts'

export const evidenceOf = ({ recipient, data, end }: Sent): Evidence[] =>
  [recipient, data, end].flatMap((said) => said?.evidence ?? [])

/** Of a mail that was refused, or is nowhere to be seen. */
export function notArrived(sent: Sent, isWatched: boolean): Verdict {
  if (!isTaken(sent))
    return indeterminate(saidWords(sent.end === null ? 'RCPT' : 'DATA', endOf(sent)), evidenceOf(sent))
  return indeterminate(isWatched ? late : unwatched, evidenceOf(sent))
}

const late = say(
  'Not judged: the mail was taken, and did not arrive at the loopback server in time.',
  'Sin valorar: el correo se aceptó y no llegó a tiempo al servidor de loopback.',
)
const unwatched = say(
  'Not judged: it takes an address whose mail the server hands to the loopback server.',
  'Sin valorar: requiere una dirección cuyo correo entregue el servidor al servidor de loopback.',
)
