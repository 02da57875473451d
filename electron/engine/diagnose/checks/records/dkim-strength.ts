// DKI-03: whether the keys are strong enough.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'

/** RFC 8301 §3.2: bits of an RSA key. */
const fewestBits = 1024
const recommendedBits = 2048

export const dkimStrength: RecordCheck = {
  id: 'DKI-03',
  name: say('DKIM keys are strong', 'Las claves DKIM son fuertes'),
  severity: { warn: 'medium', fail: 'high' },
  reference: 'RFC 8301 §3',
  judge({ dkim: { found } }) {
    const keys = found.flatMap(({ selector, keys }) => keys.map((key) => ({ selector, ...key })))
    const rsa = keys.flatMap(({ selector, key }) => (key.kind === 'rsa' ? [{ selector, bits: key.bits }] : []))
    const curved = keys.filter(({ key }) => key.kind === 'ed25519')
    if (rsa.length + curved.length === 0) return null
    const named = (weak: typeof rsa) => listed(weak.map(({ selector, bits }) => `${selector} (${bits} bits)`))
    const broken = rsa.filter(({ bits }) => bits < fewestBits)
    if (broken.length > 0) {
      const { en, es } = named(broken)
      return fail(
        say(`Receivers do not accept so short a key: ${en}.`, `Los receptores no aceptan una clave tan corta: ${es}.`),
        rotate,
      )
    }
    // RFC 8301 §3.1: SHA-1 proves nothing any more.
    const old = keys.filter(({ hashes }) => hashes !== null && !hashes.includes('sha256'))
    if (old.length > 0) {
      const { en, es } = listed(old.map(({ selector }) => selector))
      return fail(
        say(
          `The record allows SHA-1 alone, which receivers do not accept: ${en}.`,
          `El registro solo permite SHA-1, que los receptores no aceptan: ${es}.`,
        ),
        say('Delete “h=” from the record and sign with SHA-256.', 'Borrar «h=» del registro y firmar con SHA-256.'),
      )
    }
    const short = rsa.filter(({ bits }) => bits < recommendedBits)
    if (short.length > 0) {
      const { en, es } = named(short)
      return warn(say(`The signing key is weak: ${en}.`, `La clave de firma es débil: ${es}.`), rotate)
    }
    if (rsa.length === 0)
      return warn(
        say(
          'The only key is Ed25519, and many receivers cannot use it.',
          'La única clave es Ed25519, y muchos receptores no pueden usarla.',
        ),
        say('Sign with an RSA key of 2048 bits as well.', 'Firmar también con una clave RSA de 2048 bits.'),
      )
    return pass(
      say(
        'Every key has at least 2048 bits, or is Ed25519 beside one.',
        'Todas las claves tienen al menos 2048 bits, o son Ed25519 junto a una así.',
      ),
    )
  },
}

const rotate = say(
  'Make a key of 2048 bits under a new selector, and sign with that.',
  'Crear una clave de 2048 bits en un selector nuevo y firmar con ella.',
)
