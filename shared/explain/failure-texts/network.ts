// Failures of the way there: names, connections, and who answers at the other end.
import type { FailureText } from '../failure-text.ts'
import { say } from '../words.ts'

export const networkFailures = {
  'host-not-found': {
    fault: 'ours',
    title: say('There is no server of this name', 'No hay ningún servidor con ese nombre'),
    happened: say('The name {host} has no address in DNS.', 'El nombre {host} no tiene ninguna dirección en el DNS.'),
    advice: say(
      'Check the spelling. The domain of an address is often not its mail server: look up the name that the provider gives.',
      'Comprobar cómo está escrito. El dominio de una dirección a menudo no es su servidor de correo: buscar el nombre que indica el proveedor.',
    ),
    rfc: 'RFC 5321 §5.1',
  },
  'dns-unavailable': {
    fault: 'network',
    title: say('Names cannot be looked up now', 'Ahora no se pueden resolver nombres'),
    happened: say(
      'DNS gave no usable answer for {host}: {reason}.',
      'El DNS no dio una respuesta útil para {host}: {reason}.',
    ),
    advice: say(
      'Check the internet connection or VPN, or set another DNS server in Settings; then try again.',
      'Comprobar la conexión a internet o la VPN, o indicar otro servidor DNS en Ajustes, y volver a intentarlo.',
    ),
    rfc: 'RFC 5321 §5.1',
  },
  'domain-takes-no-mail': {
    fault: 'theirs',
    title: say('This domain takes no mail', 'Este dominio no recibe correo'),
    happened: say(
      '{domain} states in DNS, by a “null MX” record, that it takes no mail at all.',
      '{domain} declara en el DNS, con un registro «null MX», que no recibe ningún correo.',
    ),
    advice: say(
      'Check the address; a mail to this domain can never arrive.',
      'Comprobar la dirección: un correo a este dominio no puede llegar nunca.',
    ),
    rfc: 'RFC 7505 §3',
  },
  'domain-has-no-server': {
    fault: 'theirs',
    title: say('This domain has no mail server', 'Este dominio no tiene servidor de correo'),
    happened: say(
      '{domain} names no mail server in DNS and has no address of its own.',
      '{domain} no indica ningún servidor de correo en el DNS ni tiene dirección propia.',
    ),
    advice: say(
      'Check the spelling of the part after the @.',
      'Comprobar cómo está escrita la parte que sigue a la @.',
    ),
    rfc: 'RFC 5321 §5.1',
  },
  'connection-refused': {
    fault: 'theirs',
    title: say('Nothing listens on this port', 'Nadie escucha en este puerto'),
    happened: say(
      '{host} can be reached, but refused the connection on {port}: no mail service runs there.',
      'Se llega a {host}, pero rechazó la conexión en {port}: ahí no hay ningún servicio de correo.',
    ),
    advice: say(
      'Check the port: mail is sent through 587 or 465, and 25 is for servers among themselves. On your own server, start the service.',
      'Comprobar el puerto: para enviar se usan 587 o 465; el 25 es para servidores entre sí. En un servidor propio, arrancar el servicio.',
    ),
    rfc: 'RFC 8314 §3.3',
  },
  'connection-timed-out': {
    fault: 'network',
    title: say('No answer from the server', 'El servidor no responde'),
    happened: say(
      '{host} did not answer on {port} within {seconds}. A firewall that drops packets looks like this.',
      '{host} no respondió en {port} en {seconds}. Así se comporta un cortafuegos que descarta los paquetes.',
    ),
    advice: say(
      'Many networks block outgoing port 25: use 587 or 465. Otherwise check host, firewall and VPN, or try another network.',
      'Muchas redes bloquean el puerto 25 de salida: usar 587 o 465. Si no, comprobar el servidor, el cortafuegos y la VPN, o probar desde otra red.',
    ),
    rfc: 'RFC 6409 §3.1',
  },
  'host-unreachable': {
    fault: 'network',
    title: say('There is no way to the server', 'No hay camino hasta el servidor'),
    happened: say(
      'This network has no route to {host} at {ip}. With an IPv6 address it often means that there is no IPv6 here.',
      'Esta red no tiene ruta hasta {host} en {ip}. Con una dirección IPv6 suele significar que aquí no hay IPv6.',
    ),
    advice: say(
      'Check the network or VPN; if only IPv6 fails, use the IPv4 address of the server.',
      'Comprobar la red o la VPN; si solo falla IPv6, usar la dirección IPv4 del servidor.',
    ),
    rfc: null,
  },
  'connection-forbidden': {
    fault: 'ours',
    title: say('This computer forbids the connection', 'Este equipo impide la conexión'),
    happened: say(
      'The system here did not allow a connection to {host} on {port}: a local firewall or security program stopped it.',
      'El sistema de este equipo no permitió conectar con {host} en {port}: lo impidió un cortafuegos o programa de seguridad local.',
    ),
    advice: say(
      'Allow Heloise in that firewall or security program.',
      'Permitir Heloise en ese cortafuegos o programa de seguridad.',
    ),
    rfc: null,
  },
  'greeting-missing': {
    fault: 'theirs',
    title: say('The server says nothing', 'El servidor no dice nada'),
    happened: say(
      'The connection to {host} on {port} stands, but no greeting came within {seconds}.',
      'La conexión con {host} en {port} está abierta, pero no llegó ningún saludo en {seconds}.',
    ),
    advice: say(
      'Wait and try again: some servers delay strangers on purpose. If the port is 465, choose implicit TLS.',
      'Esperar y volver a intentarlo: algunos servidores retrasan a los desconocidos a propósito. Si el puerto es 465, elegir TLS implícito.',
    ),
    rfc: 'RFC 5321 §4.5.3.2.1',
  },
  'greeting-refused': {
    fault: 'theirs',
    title: say('The server turns us away at the door', 'El servidor rechaza la conexión al saludar'),
    happened: say(
      '{host} answered the connection with a refusal instead of a greeting.',
      '{host} contestó a la conexión con un rechazo en lugar de un saludo.',
    ),
    advice: say(
      'Read its words. A code that begins with 4 passes: try later. With 5, this host takes no mail or blocks this address.',
      'Leer sus palabras. Un código que empieza por 4 es pasajero: probar más tarde. Con 5, no acepta correo o bloquea esta dirección.',
    ),
    rfc: 'RFC 5321 §3.1',
  },
  'speaks-tls': {
    fault: 'ours',
    title: say('This port speaks TLS from the start', 'Este puerto habla TLS desde el principio'),
    happened: say(
      '{host} expects encryption at once on {port} (implicit TLS), and the profile waited for a plain greeting.',
      '{host} espera el cifrado desde el primer momento en {port} (TLS implícito), y el perfil esperaba un saludo sin cifrar.',
    ),
    advice: say('Set the security of the profile to implicit TLS.', 'Cambiar la seguridad del perfil a TLS implícito.'),
    rfc: 'RFC 8314 §3.3',
  },
  'speaks-http': {
    fault: 'ours',
    title: say('This is a web server', 'Esto es un servidor web'),
    happened: say('{host} speaks HTTP on {port}, not SMTP.', '{host} habla HTTP en {port}, no SMTP.'),
    advice: say('Use the mail port: 587, 465 or 25.', 'Usar el puerto de correo: 587, 465 o 25.'),
    rfc: null,
  },
  'speaks-ssh': {
    fault: 'ours',
    title: say('This is an SSH server', 'Esto es un servidor SSH'),
    happened: say('{host} speaks SSH on {port}, not SMTP.', '{host} habla SSH en {port}, no SMTP.'),
    advice: say('Use the mail port: 587, 465 or 25.', 'Usar el puerto de correo: 587, 465 o 25.'),
    rfc: null,
  },
  'speaks-imap': {
    fault: 'ours',
    title: say('This is an IMAP server', 'Esto es un servidor IMAP'),
    happened: say(
      '{host} speaks IMAP on {port}: that reads mail, it does not send any.',
      '{host} habla IMAP en {port}: sirve para leer correo, no para enviarlo.',
    ),
    advice: say(
      'Use the settings for outgoing mail (SMTP): 587 or 465, often on a host named smtp.',
      'Usar los datos del correo saliente (SMTP): 587 o 465, a menudo en un servidor llamado smtp.',
    ),
    rfc: null,
  },
  'speaks-pop3': {
    fault: 'ours',
    title: say('This is a POP3 server', 'Esto es un servidor POP3'),
    happened: say(
      '{host} speaks POP3 on {port}: that fetches mail, it does not send any.',
      '{host} habla POP3 en {port}: sirve para recoger correo, no para enviarlo.',
    ),
    advice: say(
      'Use the settings for outgoing mail (SMTP): 587 or 465, often on a host named smtp.',
      'Usar los datos del correo saliente (SMTP): 587 o 465, a menudo en un servidor llamado smtp.',
    ),
    rfc: null,
  },
  'speaks-unknown': {
    fault: 'ours',
    title: say('This is not a mail server', 'Esto no es un servidor de correo'),
    happened: say(
      'What answers at {host} on {port} does not speak SMTP. It began with: {server}',
      'Lo que responde en {host} en {port} no habla SMTP. Empezó con: {server}',
    ),
    advice: say('Check host and port.', 'Comprobar el servidor y el puerto.'),
    rfc: 'RFC 5321 §3.1',
  },
} as const satisfies Record<string, FailureText>
