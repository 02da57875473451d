// Failures while the mail is handed over, and those that can happen at any point.
import type { FailureText } from '../failure-text.ts'
import { say } from '../words.ts'

export const deliveryFailures = {
  'sender-refused': {
    fault: 'ours',
    title: say('The server refuses the sender', 'El servidor rechaza al remitente'),
    happened: say('{host} does not take mail from {address}.', '{host} no acepta correo de {address}.'),
    advice: say(
      'Use the address that belongs to the login, and read the words of the server.',
      'Usar la dirección que corresponde al inicio de sesión y leer las palabras del servidor.',
    ),
    rfc: 'RFC 5321 §4.1.1.2',
  },
  'recipients-refused': {
    fault: 'theirs',
    title: say('Every recipient was refused', 'Se rechazaron todos los destinatarios'),
    happened: say(
      '{host} took none of the recipients, so the mail itself was not sent: {addresses}.',
      '{host} no aceptó a ninguno de los destinatarios, así que el correo no se envió: {addresses}.',
    ),
    advice: say(
      'Read what the server says to each one, and check the addresses.',
      'Leer lo que dice el servidor de cada uno y comprobar las direcciones.',
    ),
    rfc: 'RFC 5321 §4.1.1.3',
  },
  'content-refused': {
    fault: 'theirs',
    title: say('The server refuses the mail itself', 'El servidor rechaza el correo en sí'),
    happened: say(
      '{host} accepted sender and recipients, but not the content. Nobody got the mail.',
      '{host} aceptó al remitente y a los destinatarios, pero no el contenido. Nadie recibió el correo.',
    ),
    advice: say(
      'Read its words: usual causes are size, an attachment of a forbidden type, or a filter against spam.',
      'Leer sus palabras: las causas habituales son el tamaño, un adjunto de un tipo prohibido o un filtro de correo no deseado.',
    ),
    rfc: 'RFC 5321 §4.1.1.4',
  },
  'outcome-unknown': {
    fault: 'network',
    title: say('It is not known whether the mail arrived', 'No se sabe si el correo llegó'),
    happened: say(
      'The whole mail was sent, but the connection to {host} went away before it said yes or no.',
      'El correo se envió entero, pero la conexión con {host} se cortó antes de que dijera sí o no.',
    ),
    advice: say(
      'Ask a recipient, or look in the Sent folder, before sending again: it may arrive twice.',
      'Preguntar a un destinatario o mirar en Enviados antes de repetirlo: podría llegar dos veces.',
    ),
    rfc: 'RFC 5321 §4.5.3.2.6',
  },
  'command-refused': {
    fault: 'theirs',
    title: say('The server refused a command', 'El servidor rechazó una orden'),
    happened: say('{host} did not accept {command}.', '{host} no aceptó {command}.'),
    advice: say(
      'Read its words in the log. A code that begins with 4 may pass later; with 5 it will stay.',
      'Leer sus palabras en el registro. Un código que empieza por 4 puede pasar más tarde; con 5, se repetirá.',
    ),
    rfc: 'RFC 5321 §4.2.1',
  },
  'service-closing': {
    fault: 'theirs',
    title: say('The server ends the conversation', 'El servidor termina la conversación'),
    happened: say(
      '{host} said that it is closing the connection (421): busy, restarting, or too many connections.',
      '{host} anunció que cierra la conexión (421): está ocupado, reiniciando o con demasiadas conexiones.',
    ),
    advice: say('Wait a few minutes and try again.', 'Esperar unos minutos y volver a intentarlo.'),
    rfc: 'RFC 5321 §3.8',
  },
  'connection-lost': {
    fault: 'network',
    title: say('The connection broke off', 'La conexión se cortó'),
    happened: say(
      '{host} hung up in the middle of the conversation, before it had taken the mail.',
      '{host} colgó en mitad de la conversación, antes de haber aceptado el correo.',
    ),
    advice: say(
      'Try again. If it breaks off at the same place each time, a firewall, an antivirus program or the server itself does it.',
      'Volver a intentarlo. Si se corta siempre en el mismo punto, lo hace un cortafuegos, un antivirus o el propio servidor.',
    ),
    rfc: 'RFC 5321 §4.1.1.10',
  },
  'reply-timed-out': {
    fault: 'theirs',
    title: say('The server took too long', 'El servidor tardó demasiado'),
    happened: say('{host} did not answer {command} within {seconds}.', '{host} no contestó a {command} en {seconds}.'),
    advice: say(
      'Try again later, or allow more time in Settings; the standard lets a server think for minutes.',
      'Probar más tarde o permitir más tiempo en Ajustes; la norma deja que un servidor piense durante minutos.',
    ),
    rfc: 'RFC 5321 §4.5.3.2',
  },
  'reply-malformed': {
    fault: 'theirs',
    title: say('The server’s answer makes no sense', 'La respuesta del servidor no se entiende'),
    happened: say(
      '{host} sent something that is no SMTP reply: {server}',
      '{host} envió algo que no es una respuesta SMTP: {server}',
    ),
    advice: say(
      'See the log. A proxy, an antivirus program or a broken server may be in between.',
      'Ver el registro. Puede haber en medio un proxy, un antivirus o un servidor averiado.',
    ),
    rfc: 'RFC 5321 §4.2',
  },
  'reply-too-long': {
    fault: 'theirs',
    title: say('The server’s answer does not end', 'La respuesta del servidor no termina'),
    happened: say(
      '{host} sent more than any reply may hold (the limit is {limit}), so the session was ended.',
      '{host} envió más de lo que cabe en una respuesta (el límite es {limit}), así que se cerró la sesión.',
    ),
    advice: say(
      'Tell the administrator; this is not a sound mail server.',
      'Avisar al administrador: no es un servidor de correo sano.',
    ),
    rfc: 'RFC 5321 §4.5.3.1.5',
  },
  stopped: {
    fault: 'ours',
    title: say('Stopped', 'Detenido'),
    happened: say(
      'The session was stopped by hand before it was done.',
      'La sesión se detuvo a mano antes de terminar.',
    ),
    advice: say('Start it again whenever you like.', 'Se puede volver a empezar en cualquier momento.'),
    rfc: null,
  },
  internal: {
    fault: 'ours',
    title: say('Heloise made a mistake', 'Heloise ha cometido un error'),
    happened: say(
      'Something went wrong inside the app: {reason}.',
      'Algo ha fallado dentro de la aplicación: {reason}.',
    ),
    advice: say(
      'Please report it, with the exported log; it holds no passwords.',
      'Conviene notificarlo con el registro exportado, que no contiene contraseñas.',
    ),
    rfc: null,
  },
} as const satisfies Record<string, FailureText>
