// DAN-01: whether the keys of the server are in DNS, and whether DNSSEC vouches for them.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, info, pass } from '../check.ts'
import type { HostCheck } from '../fleet.ts'

export const daneSecure: HostCheck = {
  id: 'DAN-01',
  name: say('Its keys are in DNS, and signed', 'Sus claves están en el DNS, firmadas'),
  severity: 'medium',
  reference: 'RFC 7672 §2.2',
  judge({ host, facts }) {
    const keys = facts?.keys ?? null
    // What went wrong with the question is told by DAN-04.
    if (keys === null || facts === null || 'failure' in keys) return null
    if (keys.value.kind === 'keys') {
      return pass(
        say(
          `${keys.value.published.length} TLSA for ${host}, vouched for by DNSSEC.`,
          `${keys.value.published.length} TLSA para ${host}, avalados por DNSSEC.`,
        ),
      )
    }
    const { unproven } = facts
    if (keys.value.kind === 'absent' || unproven === null || unproven.records.length === 0) return info(none, null)
    // Signatures that came along, or a resolver that checked them but is not believed, say nothing against the zone.
    const mayBeSigned = unproven.hasAdBit || !unproven.hasEdns || unproven.answers.some(({ type }) => type === 'RRSIG')
    return mayBeSigned ? indeterminate(unbelieved) : fail(unsigned, advice)
  },
}

const none = say(
  'No keys (TLSA) are published: senders cannot use DANE.',
  'No hay claves (TLSA) publicadas: quien envía no puede usar DANE.',
)
const unsigned = say(
  'Keys (TLSA) are published, but nobody may trust them: DNSSEC does not vouch for them.',
  'Hay claves (TLSA) publicadas, pero nadie puede fiarse de ellas: DNSSEC no las avala.',
)
const unbelieved = say(
  'Not judged: the DNS server in use is not one whose word on DNSSEC counts. Choose one of your own.',
  'Sin valorar: la palabra del servidor DNS en uso no vale para DNSSEC. Elegir uno propio.',
)
const advice = say(
  'Sign the zones of the server and of its address with DNSSEC, or take the TLSA records out.',
  'Firmar con DNSSEC las zonas del servidor y de su dirección, o quitar los registros TLSA.',
)
