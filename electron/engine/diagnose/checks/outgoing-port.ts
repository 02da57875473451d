// RCH-03: whether the network around this computer lets mail out by port 25 at all.
import { say } from '#shared/explain/words.ts'
import { fail, indeterminate, pass, warn } from '../check.ts'
import { endsOf } from '../evidence.ts'
import type { Fleet, FleetCheck } from '../fleet.ts'
import type { Observed } from '../observed.ts'
import { isConnected } from '../preconditions.ts'

/** That many hosts are not all down at once. */
const enoughHosts = 2
const mailPort = 25

export const outgoingPort: FleetCheck = {
  id: 'RCH-03',
  name: say('This network lets port 25 out', 'Esta red deja salir por el puerto 25'),
  severity: 'high',
  reference: 'RFC 5068 §4',
  judge(fleet) {
    const tried = fleet.places.filter(({ endpoint }) => endpoint.port === mailPort)
    if (tried.length === 0) return null
    if (tried.some(isConnected)) return pass(say('Port 25 is open from here.', 'El puerto 25 está abierto desde aquí.'))
    const silent = tried.filter(timedOut)
    if (silent.length === 0 || silent.length < tried.length) return null
    const evidence = endsOf(silent)
    if (!isOtherPortOpen(fleet)) return indeterminate(nothingElse, evidence)
    const hosts = new Set(silent.map(({ endpoint }) => endpoint.host))
    return hosts.size < enoughHosts ? warn(oneSilent, advice, evidence) : fail(allSilent, advice, evidence)
  },
}

const timedOut = ({ failure }: Observed) => failure?.kind === 'connection-timed-out'

const isOtherPortOpen = ({ places, around }: Fleet): boolean =>
  around.isOtherPortOpen === true || places.some((place) => place.endpoint.port !== mailPort && isConnected(place))

const nothingElse = say(
  'Not judged: no other port answered either.',
  'Sin valorar: tampoco respondió ningún otro puerto.',
)
const oneSilent = say(
  'Port 25 gives no answer while another port does: its firewall, or the network here, may be in the way.',
  'El puerto 25 no responde y otro sí: puede que lo impida su cortafuegos o la red de aquí.',
)
const allSilent = say(
  'No server answers on port 25 while other ports do: your network blocks outgoing port 25. The servers may be fine.',
  'Ningún servidor responde en el puerto 25 y otros puertos sí: la red bloquea la salida por el puerto 25. Puede que los servidores estén bien.',
)
const advice = say(
  'Send through a provider on port 587 or 465, ask your network to open port 25, or run this from elsewhere.',
  'Enviar por un proveedor en el puerto 587 o 465, pedir que la red abra el puerto 25 o repetirlo desde otro sitio.',
)
