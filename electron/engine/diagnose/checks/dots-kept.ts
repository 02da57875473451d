// ROB-06: lines that begin with a dot arrive as they were written.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RoundTripSeen } from '../probes/round-trip.ts'
import { dottedLines } from '../probes/test-texts.ts'
import { evidenceOf, notArrived } from './evidence-of-mail.ts'

export const dotsKept: ProbeCheck<RoundTripSeen> = {
  id: 'ROB-06',
  name: say('Lines that begin with a dot arrive whole', 'Las líneas que empiezan por punto llegan enteras'),
  severity: 'high',
  reference: 'RFC 5321 §4.5.2',
  judge({ seen: { dots, isWatched } }) {
    const { arrived } = dots
    if (arrived === null) return notArrived(dots, isWatched)
    if (isKept(arrived.toString('latin1')))
      return pass(
        say(
          `${dottedLines.length} such lines came round intact.`,
          `${dottedLines.length} líneas así volvieron intactas.`,
        ),
        evidenceOf(dots),
      )
    return fail(
      say(
        'Lines that begin with a dot are damaged on the way.',
        'Las líneas que empiezan por punto se dañan por el camino.',
      ),
      say(
        'Look for a proxy or a virus scanner in between, and update the server: one dot is added and taken away at each hop.',
        'Buscar un proxy o un antivirus en medio y actualizar el servidor: en cada salto se añade y se quita un punto.',
      ),
      evidenceOf(dots),
    )
  },
}

/** On the wire each has one dot more (RFC 5321 §4.5.2), in the order in which they were written. */
const isKept = (wire: string): boolean => wire.includes(`\r\n${dottedLines.map((line) => `.${line}\r\n`).join('')}`)
