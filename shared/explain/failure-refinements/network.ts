// What more is known of a failed way to the server.
import type { FailureRefinement } from '../failure-refinement.ts'
import { say } from '../words.ts'

export const networkRefinements: readonly FailureRefinement[] = [
  {
    kinds: ['dns-unavailable'],
    facts: { reason: /SERVFAIL/ },
    fault: 'theirs',
    title: say('The DNS of this name is out of order', 'El DNS de este nombre está averiado'),
    advice: say(
      'Its name servers are dead or its DNSSEC is broken; the owner of the domain must mend that. To compare, set a DNS server in Settings that does not validate.',
      'Sus servidores de nombres no responden o su DNSSEC está roto; debe arreglarlo el dueño del dominio. Para comparar, indicar en Ajustes un servidor DNS que no valide.',
    ),
    rfc: 'RFC 4035 §5.5',
    passes: true,
  },
  {
    kinds: ['connection-timed-out'],
    facts: { port: /^25$/ },
    fault: 'network',
    title: say('No answer on port 25', 'No hay respuesta en el puerto 25'),
    advice: say(
      'Most networks of homes and clouds block outgoing port 25: send through 587 or 465 with a login, or ask the provider of the network to open it.',
      'La mayoría de las redes domésticas y de nube bloquean el puerto 25 de salida: enviar por 587 o 465 iniciando sesión, o pedir al proveedor de la red que lo abra.',
    ),
    rfc: 'RFC 5068 §4',
    passes: false,
  },
  {
    kinds: ['connection-timed-out'],
    facts: { port: /^(465|587)$/ },
    fault: 'network',
    title: say('No answer on the port for sending', 'No hay respuesta en el puerto de envío'),
    advice: say(
      'Check the host, the firewall and the VPN; then try the other port for sending (465 or 587), or another network.',
      'Comprobar el servidor, el cortafuegos y la VPN; después probar el otro puerto de envío (465 o 587) u otra red.',
    ),
    rfc: 'RFC 8314 §3.3',
    passes: true,
  },
  {
    kinds: ['connection-lost'],
    stages: ['connect', 'greeting'],
    fault: 'network',
    title: say('Hung up before the greeting', 'Se colgó antes del saludo'),
    advice: say(
      'Wait and try again: it may count connections. If it stays, this address may be on a block list, or a mail scanner on this computer cuts in: switch that off to compare.',
      'Esperar y volver a intentarlo: puede que limite las conexiones. Si se repite, esta dirección puede estar en una lista de bloqueo, o interviene un antivirus de correo en este equipo: desactivarlo para comparar.',
    ),
    rfc: 'RFC 5321 §3.1',
    passes: true,
  },
]
