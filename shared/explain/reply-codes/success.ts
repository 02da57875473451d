// Reply codes that say yes or go on: 2xx and 3xx.
import { type Explanation, explain } from '../explanation.ts'
import { say } from '../words.ts'

export const successCodes: Readonly<Record<number, Explanation>> = {
  211: explain(
    say('211: system status', '211: estado del sistema'),
    say('Information for people.', 'Información para personas.'),
    'RFC 5321 §4.2.3',
  ),
  214: explain(
    say('214: help', '214: ayuda'),
    say('A text for people about the commands.', 'Un texto para personas sobre las órdenes.'),
    'RFC 5321 §4.2.3',
  ),
  220: explain(
    say('220: ready', '220: listo'),
    say('The service is ready.', 'El servicio está listo.'),
    'RFC 5321 §4.2.3',
  ),
  221: explain(
    say('221: closing', '221: cierre'),
    say('The server closes the connection, as agreed.', 'El servidor cierra la conexión, como se acordó.'),
    'RFC 5321 §4.2.3',
  ),
  235: explain(
    say('235: logged in', '235: sesión iniciada'),
    say('The login succeeded.', 'El inicio de sesión tuvo éxito.'),
    'RFC 4954 §6',
  ),
  250: explain(
    say('250: done', '250: hecho'),
    say('The command was carried out.', 'La orden se ejecutó.'),
    'RFC 5321 §4.2.3',
  ),
  251: explain(
    say('251: will be forwarded', '251: se reenviará'),
    say(
      'The mailbox is elsewhere, and the server will pass the mail on.',
      'El buzón está en otro sitio y el servidor reenviará el correo.',
    ),
    'RFC 5321 §3.4',
  ),
  252: explain(
    say('252: perhaps', '252: quizá'),
    say(
      'The server does not say whether the mailbox exists, but will take mail and try.',
      'El servidor no dice si el buzón existe, pero aceptará correo y lo intentará.',
    ),
    'RFC 5321 §3.5.3',
  ),
  253: explain(
    say('253: mail is waiting', '253: hay correo pendiente'),
    say('The delivery of waiting mail has begun.', 'Ha empezado la entrega del correo pendiente.'),
    'RFC 1985',
  ),
  334: explain(
    say('334: go on', '334: sigue'),
    say(
      'The login needs another message; the text is a challenge in base64.',
      'El inicio de sesión necesita otro mensaje; el texto es un reto en base64.',
    ),
    'RFC 4954 §4',
  ),
  354: explain(
    say('354: send the mail', '354: envía el correo'),
    say(
      'The server waits for the mail, up to a line with a single dot.',
      'El servidor espera el correo, hasta una línea con un solo punto.',
    ),
    'RFC 5321 §4.2.3',
  ),
}
