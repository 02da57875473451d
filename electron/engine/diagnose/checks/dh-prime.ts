// TLS-K2: whether the prime of the finite-field key exchange is a good one. Of a small one that many servers share, somebody may
// have done the work for all of them (Logjam).
import { say } from '#shared/explain/words.ts'
import { fail, info, pass } from '../check.ts'
import { scanCheck } from './scan-check.ts'

/** Bits of a prime for which nobody can prepare. */
const enough = 2048

export const dhPrime = scanCheck({
  id: 'TLS-K2',
  name: say('The DH prime is a good one', 'El primo de DH es bueno'),
  severity: 'medium',
  reference: 'RFC 7919',
  least: 'standard',
  judge({ dh }) {
    if (dh.length === 0) return null
    const shared = dh.find(({ prime, bits }) => prime !== null && bits < enough)
    const advice = say('Use a group of RFC 7919, such as ffdhe2048.', 'Usar un grupo de la RFC 7919, como ffdhe2048.')
    if (shared !== undefined) {
      return fail(
        say(
          `Many servers share this small prime: ${shared.prime}.`,
          `Muchos servidores comparten este primo pequeño: ${shared.prime}.`,
        ),
        advice,
      )
    }
    if (dh.some(({ prime }) => prime === null)) {
      return info(
        say(
          'The prime is of the server’s own making; whether it was made well cannot be seen.',
          'El primo es propio del servidor; no se ve si está bien elegido.',
        ),
        advice,
      )
    }
    const names = [...new Set(dh.map(({ prime }) => prime))].join(', ')
    return pass(say(`It is a public one, and large enough: ${names}.`, `Es uno público y bastante grande: ${names}.`))
  },
})
