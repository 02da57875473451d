// ROB-10: octets beyond ASCII arrive as they were sent, announced or not.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import type { ProbeCheck } from '../probe.ts'
import type { RoundTripSeen } from '../probes/round-trip.ts'
import { accents } from '../probes/test-texts.ts'
import { evidenceOf, notArrived } from './evidence-of-mail.ts'

export const eightBitKept: ProbeCheck<RoundTripSeen> = {
  id: 'ROB-10',
  name: say('Accents arrive whole', 'Los acentos llegan enteros'),
  severity: 'low',
  reference: 'RFC 6152 §3',
  judge({ seen: { eightBit, isWatched } }) {
    const evidence = eightBit.flatMap(evidenceOf)
    const states = eightBit.flatMap(({ arrived }) => (arrived === null ? [] : [stateOf(arrived)]))
    if (states.includes('mangled')) {
      return fail(
        say('Accents are damaged on the way.', 'Los acentos se dañan por el camino.'),
        say(
          'Heloise writes them in ASCII where 8BITMIME is not offered. Update the server, or withdraw 8BITMIME.',
          'Heloise los escribe en ASCII donde no se ofrece 8BITMIME. Actualizar el servidor o retirar 8BITMIME.',
        ),
        evidence,
      )
    }
    const [missing] = eightBit.filter(({ arrived, isAnnounced }) => arrived === null && isAnnounced)
    const [first] = eightBit
    if (missing !== undefined) return notArrived(missing, isWatched)
    if (states.length === 0 && first !== undefined) return notArrived(first, isWatched)
    if (states.includes('recoded')) {
      return warn(
        say('They arrive, written anew in ASCII on the way.', 'Llegan, reescritos en ASCII por el camino.'),
        say(
          'Harmless, but signatures of the mail (DKIM) break. Let the next server offer 8BITMIME.',
          'Inofensivo, pero rompe las firmas del correo (DKIM). Que el siguiente servidor ofrezca 8BITMIME.',
        ),
        evidence,
      )
    }
    return pass(say('They come round as they were sent.', 'Vuelven tal como se enviaron.'), evidence)
  },
}

function stateOf(arrived: Buffer): 'kept' | 'recoded' | 'mangled' {
  if (arrived.includes(accents)) return 'kept'
  const wire = arrived.toString('latin1')
  const unfolded = wire.replace(/=\r\n/g, '')
  if (/^Content-Transfer-Encoding:\s*quoted-printable/im.test(wire) && unfolded.includes(quoted)) return 'recoded'
  if (/^Content-Transfer-Encoding:\s*base64/im.test(wire) && base64Texts(wire).some((text) => text.includes(accents)))
    return 'recoded'
  return 'mangled'
}

/** RFC 2045 §6.7 */
const quoted = [...Buffer.from(accents)]
  .map((octet) => (octet < 0x80 ? String.fromCharCode(octet) : `=${octet.toString(16).toUpperCase()}`))
  .join('')

const base64Texts = (wire: string): string[] =>
  (wire.match(/(?:^[A-Za-z0-9+/]+=*\r\n)+/gm) ?? []).map((block) => Buffer.from(block, 'base64').toString())
