// TLS-K1: whether the finite-field key exchange is large enough.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../check.ts'
import { scanCheck } from './scan-check.ts'

/** Bits: RFC 9325 §4.5 wants 2048; below 1024 a single computer is enough. */
const enough = 2048
const hopeless = 1024

export const dhSize = scanCheck({
  id: 'TLS-K1',
  name: say('The DH key exchange is large enough', 'El intercambio de claves DH es bastante grande'),
  severity: { mx: 'medium', submission: 'high' },
  reference: 'RFC 9325 §4.5',
  least: 'standard',
  judge({ dh }, { isMx }) {
    if (dh.length === 0) return null
    const bits = Math.min(...dh.map((one) => one.bits))
    if (bits >= enough) return pass(say(`It has ${bits} bits.`, `Tiene ${bits} bits.`))
    const summary = say(
      `The DH key exchange has ${bits} bits: too few to be safe.`,
      `El intercambio de claves DH tiene ${bits} bits: demasiado pocos para ser seguro.`,
    )
    const advice = say(
      'Leave out the suites with DHE, or give the server a group of RFC 7919 (ffdhe2048 or larger).',
      'Quitar los conjuntos con DHE o dar al servidor un grupo de la RFC 7919 (ffdhe2048 o mayor).',
    )
    return isMx && bits >= hopeless ? warn(summary, advice) : fail(summary, advice)
  },
})
