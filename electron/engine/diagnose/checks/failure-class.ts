// RCH-02: in which way a connection failed, which tells who stopped it.
import { say } from '#shared/explain/words.ts'
import type { FailureKind } from '#shared/values/failure.ts'
import type { Words } from '#shared/values/settings.ts'
import { info, type SessionCheck } from '../check.ts'
import { connectEvidence } from '../evidence.ts'
import { isConnected, wordsOf } from '../preconditions.ts'

export const failureClass: SessionCheck = {
  id: 'RCH-02',
  name: say('Who stopped the connection', 'Quién impidió la conexión'),
  severity: 'info',
  reference: 'RFC 5321 §4.5.4.1',
  judge(observed) {
    const { endpoint, failure } = observed
    if (isConnected(observed) || endpoint.isOptional || failure === null) return null
    const culprit = culprits[failure.kind]
    return culprit === undefined ? null : info(culprit, wordsOf(failure).advice, connectEvidence(observed))
  },
}

const culprits: Partial<Record<FailureKind, Words>> = {
  'connection-refused': say(
    'The host itself refused: it is up, but no service listens on this port.',
    'Rechazó el propio servidor: está encendido, pero ningún servicio escucha en este puerto.',
  ),
  'connection-timed-out': say(
    'Nobody answered at all: a firewall on the way, here or there, drops the packets.',
    'No contestó nadie: un cortafuegos en el camino, de un lado o del otro, descarta los paquetes.',
  ),
  'host-unreachable': say(
    'This network knows no way to that address.',
    'Esta red no conoce ningún camino hasta esa dirección.',
  ),
  'connection-forbidden': say('This computer itself forbade the connection.', 'Impidió la conexión este mismo equipo.'),
  'proxy-unreachable': say(
    'The proxy on the way could not be reached, so the host was not asked.',
    'No se llegó al proxy del camino, así que al servidor no se le preguntó.',
  ),
  'proxy-cannot-reach': say(
    'The proxy works, but got no connection to the host.',
    'El proxy funciona, pero no consiguió conectar con el servidor.',
  ),
  'proxy-refused': say('The proxy does not let this through.', 'El proxy no deja pasar esto.'),
  'host-not-found': say(
    'The name has no address, so nothing could be tried.',
    'El nombre no tiene dirección, así que no se pudo probar nada.',
  ),
  'dns-unavailable': say(
    'DNS did not answer, so nothing could be tried.',
    'El DNS no respondió, así que no se pudo probar nada.',
  ),
}
