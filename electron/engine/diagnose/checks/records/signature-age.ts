// SEC-02: whether the signatures will hold for some days more, and are made in a way that is still accepted.
import { say } from '#shared/explain/words.ts'
import { fail, pass, warn } from '../../check.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { unclear } from '../../records/unclear.ts'

const daySeconds = 86_400
/** Days: signers renew earlier than this, so that less means that one has stopped. */
const fewestDays = 3
/** RFC 8624 §3.1: RSA and DSA with MD5 or SHA-1, and GOST. */
const oldAlgorithms = [1, 3, 5, 6, 7, 12]

export const signatureAge: RecordCheck = {
  id: 'SEC-02',
  name: say('The signatures are fresh', 'Las firmas son recientes'),
  severity: 'medium',
  reference: 'RFC 8624 §3.1',
  judge({ soa, mx, now }) {
    const signatures = [...soa.signatures, ...mx.signatures]
    if (signatures.length === 0) return unclear(soa, mx)
    const left = (Math.min(...signatures.map(({ expires }) => expires)) - now.getTime() / 1000) / daySeconds
    if (left < 0) return fail(say('A signature has expired.', 'Una firma ha caducado.'), restart)
    const days = Math.floor(left)
    if (left <= fewestDays)
      return warn(say(`A signature expires in ${days} days.`, `Una firma caduca dentro de ${days} días.`), restart)
    const old = signatures.find(({ algorithm }) => oldAlgorithms.includes(algorithm))
    if (old !== undefined)
      return warn(
        say(
          `The zone is signed with algorithm ${old.algorithm}, which is being given up.`,
          `La zona está firmada con el algoritmo ${old.algorithm}, que se está abandonando.`,
        ),
        say(
          'Change to algorithm 13 (ECDSA) or 8 (RSA with SHA-256).',
          'Cambiar al algoritmo 13 (ECDSA) u 8 (RSA con SHA-256).',
        ),
      )
    return pass(say(`The signatures hold for ${days} days more.`, `Las firmas valen ${days} días más.`))
  },
}

const restart = say(
  'See whether the signer of the zone is running, and start it again.',
  'Comprobar si el firmador de la zona está en marcha y volver a iniciarlo.',
)
