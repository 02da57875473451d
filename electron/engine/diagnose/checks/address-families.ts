// RCH-04: whether a host answers by IPv6 as it does by IPv4, if it says that it has both.
import { ipFamily } from '#shared/address/index.ts'
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, info, pass } from '../check.ts'
import { endsOf } from '../evidence.ts'
import type { HostCheck } from '../fleet.ts'
import { isConnected } from '../preconditions.ts'
import { isIpv6 } from './local-ipv6.ts'

export const addressFamilies: HostCheck = {
  id: 'RCH-04',
  name: say('It answers by IPv4 and by IPv6', 'Responde por IPv4 y por IPv6'),
  severity: 'high',
  reference: 'RFC 5321 §5.2',
  judge({ host, places, facts }) {
    if (ipFamily(host) !== null || !places.some(isConnected)) return null
    const sixes = places.filter(isIpv6)
    const fours = places.filter((place) => !isIpv6(place))
    if (sixes.length === 0) {
      const isPublished = facts?.addresses.some((address) => ipFamily(address) === 6) === true
      return isPublished ? indeterminate(notTried) : info(noIpv6, null)
    }
    if (fours.length === 0) return info(noIpv4, null)
    if (sixes.every(({ lacksRoute }) => lacksRoute)) return indeterminate(noRoute)
    const dead = [...sixes, ...fours].filter((place) => !isConnected(place) && place.lacksRoute !== true)
    if (dead.some(({ failure }) => failure?.kind === 'stopped')) return indeterminate(notTried)
    const names = dead.map(({ endpoint }) => endpoint.address?.address ?? endpoint.host).join(', ')
    if (dead.length === 0)
      return pass(say('Every address of both answers.', 'Responden todas las direcciones de ambos.'))
    return fail(say(`Published but dead: ${names}.`, `Publicadas, pero sin respuesta: ${names}.`), advice, endsOf(dead))
  },
}

const noIpv6 = say('The host has no IPv6 address.', 'El servidor no tiene dirección IPv6.')
const noIpv4 = say(
  'The host has no IPv4 address, so many cannot reach it.',
  'El servidor no tiene dirección IPv4, así que muchos no llegan a él.',
)
const noRoute = say('Not judged: this computer has no IPv6.', 'Sin valorar: este equipo no tiene IPv6.')
const notTried = say('Not judged: not every address was tried.', 'Sin valorar: no se probaron todas las direcciones.')
const advice = say(
  'Let the server listen at every address that DNS names, or take the dead one out of DNS: senders wait for it first.',
  'Hacer que el servidor escuche en cada dirección que anuncia el DNS o quitar la muerta: quien envía espera por ella.',
)
