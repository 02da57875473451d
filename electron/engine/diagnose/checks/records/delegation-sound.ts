// MX-11: whether every name server of the zone answers for it, and all say the same.
import { ipFamily } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import type { Words } from '#shared/values/settings.ts'
import { fail, indeterminate, pass, warn } from '../../check.ts'
import type { NameServer } from '../../records/delegation.ts'
import type { RecordCheck } from '../../records/domain-records.ts'
import { listed } from '../../records/listed.ts'
import { unclear } from '../../records/unclear.ts'

const fewestServers = 2

export const delegationSound: RecordCheck = {
  id: 'MX-11',
  name: say('All name servers answer, and alike', 'Todos los servidores DNS responden, y lo mismo'),
  severity: 'medium',
  reference: 'RFC 1912 §2.8',
  judge({ delegation: { zone, servers, asked } }) {
    if (zone === null) return unclear(...asked)
    const states = servers.map((server) => ({ server, state: stateOf(server) }))
    const named = (wanted: State) =>
      listed(states.filter(({ state }) => state === wanted).map(({ server }) => server.name))
    const has = (wanted: State) => states.some(({ state }) => state === wanted)
    if (!has('sound') && has('silent')) return indeterminate(noneReached(zone))
    if (has('lame') || has('nameless')) {
      const { en, es } = listed([named('lame').en, named('nameless').en].filter((names) => names !== ''))
      return fail(
        say(
          `These name servers of ${zone} know nothing of it: ${en}.`,
          `Estos servidores DNS de ${zone} no saben nada de ella: ${es}.`,
        ),
        repair,
      )
    }
    if (has('silent')) {
      const { en, es } = named('silent')
      return fail(say(`No answer comes from ${en}.`, `No responden: ${es}.`), repair)
    }
    const serials = [...new Set(servers.flatMap(serialsOf))]
    if (serials.length > 1)
      return warn(
        say(
          `The name servers have different versions of ${zone}: ${serials.join(', ')}.`,
          `Los servidores DNS tienen versiones distintas de ${zone}: ${serials.join(', ')}.`,
        ),
        say('See whether the secondary servers fetch the zone.', 'Comprobar si los secundarios descargan la zona.'),
      )
    if (servers.length < fewestServers)
      return warn(
        say(
          `${zone} has a single name server: when that fails, nobody finds the mail servers.`,
          `${zone} tiene un solo servidor DNS: si falla, nadie encuentra los servidores de correo.`,
        ),
        say('Add a second one, on another network.', 'Añadir otro, en otra red.'),
      )
    return pass(soundWords(zone, servers))
  },
}

type State = 'sound' | 'silent' | 'lame' | 'nameless'

/** RFC 1912 §2.8: a server that is no authority for the zone is lame. */
function stateOf({ answers }: NameServer): State {
  if (answers.length === 0) return 'nameless'
  const came = answers.flatMap(({ answer }) => ('value' in answer ? [answer.value] : []))
  if (came.length === 0) return 'silent'
  return came.every(
    ({ rcode, isAuthoritative, records }) => rcode === 'NOERROR' && isAuthoritative && records.length > 0,
  )
    ? 'sound'
    : 'lame'
}

const serialsOf = ({ answers }: NameServer): number[] =>
  answers.flatMap(({ answer }) =>
    'value' in answer ? answer.value.records.flatMap((record) => (record.type === 'SOA' ? [record.serial] : [])) : [],
  )

function soundWords(zone: string, servers: readonly NameServer[]): Words {
  const hasIpv6 = servers.some(({ addresses }) => addresses.some((address) => ipFamily(address) === 6))
  const [en, es] = hasIpv6 ? ['', ''] : [' None has an IPv6 address.', ' Ninguno tiene dirección IPv6.']
  return say(
    `All ${servers.length} name servers of ${zone} answer, and say the same.${en}`,
    `Los ${servers.length} servidores DNS de ${zone} responden, y dicen lo mismo.${es}`,
  )
}

const noneReached = (zone: string): Words =>
  say(
    `Not judged: no name server of ${zone} answers here; this network may let only its own resolver ask.`,
    `Sin valorar: ningún servidor DNS de ${zone} responde aquí; quizá esta red solo deje preguntar a su propio resolutor.`,
  )
const repair = say(
  'Set the zone up on these servers, or take them out of the NS records here and at the registrar.',
  'Configurar la zona en esos servidores o quitarlos de los registros NS, aquí y en el registrador.',
)
