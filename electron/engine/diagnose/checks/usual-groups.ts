// TLS-K3: whether the key exchange has a group that every client knows.
import { say } from '#shared/explain/words.ts'
import type { Group } from '#shared/values/tls-scan.ts'
import { fail, pass, warn } from '../check.ts'
import { scanCheck } from './scan-check.ts'

/** X25519 and P-256: the one that clients have and the one that they must have (RFC 8446 §9.1). */
const usual: ReadonlySet<number> = new Set([29, 23])
/** Bits of security of curves that are too small. */
const small = 112

export const usualGroups = scanCheck({
  id: 'TLS-K3',
  name: say('The key exchange has usual groups', 'El intercambio de claves tiene grupos habituales'),
  severity: 'low',
  reference: 'RFC 8446 §9.1',
  least: 'standard',
  judge({ groups }) {
    const lists = groups.filter((list) => list.groups.length > 0)
    if (lists.length === 0) return null
    const names = [...new Set(lists.flatMap((list) => list.groups.map(({ name }) => name)))].join(', ')
    const advice = say('Enable X25519 and P-256.', 'Activar X25519 y P-256.')
    if (lists.some((list) => list.groups.every(({ kind, bits }) => kind === 'classic' && bits <= small))) {
      return fail(
        say(
          `The groups of the key exchange are too small: ${names}.`,
          `Los grupos del intercambio son demasiado pequeños: ${names}.`,
        ),
        advice,
      )
    }
    if (lists.some((list) => !list.groups.some(isUsual))) {
      return warn(
        say(
          `Neither X25519 nor P-256 is there; some clients cannot connect. Offered: ${names}.`,
          `Faltan tanto X25519 como P-256; algunos clientes no pueden conectar. Se ofrece: ${names}.`,
        ),
        advice,
      )
    }
    return pass(say(`It has ${names}.`, `Tiene ${names}.`))
  },
})

const isUsual = ({ id }: Group) => usual.has(id)
