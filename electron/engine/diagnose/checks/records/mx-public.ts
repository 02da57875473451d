// MX-07: whether the hosts that take the mail have addresses that the internet can reach.
import { say } from '#shared/explain/words.ts'
import { fail, pass } from '../../check.ts'
import { addressesOf } from '../../records/answered.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { specialAddress } from '../../records/special-addresses.ts'
import { unclear } from '../../records/unclear.ts'

export const mxPublic: RecordCheck = {
  id: 'MX-07',
  name: say('MX hosts have public addresses', 'Los equipos MX tienen direcciones públicas'),
  severity: 'high',
  reference: 'RFC 6890 §2.2',
  judge({ mx, hosts }) {
    if (mx.failure !== null) return unclear(mx)
    const found = hosts.flatMap(({ name, addresses }) => addressesOf(addresses).map((address) => ({ name, address })))
    if (found.length === 0) return unclear(...hosts.flatMap(({ addresses }) => addresses))
    const special = found.flatMap(({ name, address }) => {
      const words = specialAddress(address)
      return words === null ? [] : [say(`${name} at ${address}, ${words.en}`, `${name} en ${address}, ${words.es}`)]
    })
    if (special.length === 0)
      return pass(
        say('Every address can be reached from outside.', 'Todas las direcciones son accesibles desde fuera.'),
      )
    const english = listed(special.map(({ en }) => en)).en
    const spanish = listed(special.map(({ es }) => es)).es
    return fail(
      say(`Nobody outside can deliver there: ${english}.`, `Nadie de fuera puede entregar ahí: ${spanish}.`),
      say('Publish the public address of the server.', 'Publicar la dirección pública del servidor.'),
    )
  },
}
