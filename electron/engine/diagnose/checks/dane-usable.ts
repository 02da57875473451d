// DAN-02: whether mail servers may use the keys that are published.
import { say } from '#shared/explain/words.ts'
import { type TlsaRecord, tlsaForm, usableRecords } from '../../net/index.ts'
import { fail, pass, warn } from '../check.ts'
import type { HostCheck } from '../fleet.ts'

export const daneUsable: HostCheck = {
  id: 'DAN-02',
  name: say('Its keys are of a kind that mail uses', 'Sus claves son de un tipo que usa el correo'),
  severity: 'medium',
  reference: 'RFC 7672 §3.1',
  judge({ facts }) {
    const keys = facts?.keys ?? null
    if (keys === null || 'failure' in keys || keys.value.kind !== 'keys') return null
    const { published } = keys.value
    const unusable = published.filter((record) => usableRecords([record]).length === 0)
    if (unusable.length === 0)
      return pass(say(`All can be used: ${formsOf(published)}.`, `Todas sirven: ${formsOf(published)}.`))
    return unusable.length === published.length
      ? fail(
          say(`Mail ignores all of them: ${formsOf(unusable)}.`, `El correo las ignora todas: ${formsOf(unusable)}.`),
          advice,
        )
      : warn(
          say(`Mail ignores some of them: ${formsOf(unusable)}.`, `El correo ignora algunas: ${formsOf(unusable)}.`),
          advice,
        )
  },
}

const formsOf = (records: readonly TlsaRecord[]): string => records.map(tlsaForm).join(', ')

const advice = say(
  'Publish the digest of the server’s own key: 3 1 1.',
  'Publicar el resumen de la clave del propio servidor: 3 1 1.',
)
