// What a reply code says when it answers a certain command. `GREETING` is the first line of a session, `DOT` the end of a mail.
import type { Words } from '../values/settings.ts'
import { say } from './words.ts'

export const answersTo: Readonly<Record<string, Words>> = {
  'GREETING 220': say(
    'The server greets us and gives its name; we may speak now.',
    'El servidor saluda y dice su nombre; ya se puede hablar.',
  ),
  'GREETING 421': say('The server has no time for us now.', 'El servidor no puede atendernos ahora.'),
  'GREETING 554': say('The server takes no mail from this address.', 'El servidor no acepta correo de esta dirección.'),
  'EHLO 250': say(
    'Hello accepted; each further line names something the server can do.',
    'Saludo aceptado; cada línea siguiente nombra algo que el servidor sabe hacer.',
  ),
  'EHLO 500': say(
    'The server does not know EHLO; HELO is tried next.',
    'El servidor no conoce EHLO; después se prueba HELO.',
  ),
  'EHLO 502': say(
    'The server does not know EHLO; HELO is tried next.',
    'El servidor no conoce EHLO; después se prueba HELO.',
  ),
  'HELO 250': say('Hello accepted, without extensions.', 'Saludo aceptado, sin extensiones.'),
  'STARTTLS 220': say(
    'Ready: the TLS handshake begins with the next byte.',
    'Listo: la negociación TLS empieza con el siguiente byte.',
  ),
  'STARTTLS 454': say(
    'The server offers encryption but cannot start it.',
    'El servidor ofrece cifrado pero no puede iniciarlo.',
  ),
  'AUTH 235': say('The login succeeded.', 'El inicio de sesión tuvo éxito.'),
  'AUTH 501': say(
    'The answer was not as the mechanism wants it, or the login was cancelled.',
    'La respuesta no era como pide el método o se canceló el inicio de sesión.',
  ),
  'AUTH 503': say(
    'There is no login at this point: not offered, or done already.',
    'Aquí no se puede iniciar sesión: no se ofrece o ya se hizo.',
  ),
  'AUTH 504': say(
    'The server does not know this way to log in.',
    'El servidor no conoce este método de inicio de sesión.',
  ),
  'AUTH 454': say(
    'The server cannot check the login for the moment.',
    'El servidor no puede comprobar el inicio de sesión por el momento.',
  ),
  'MAIL 250': say(
    'The sender is accepted; recipients may follow.',
    'El remitente se acepta; pueden seguir los destinatarios.',
  ),
  'MAIL 530': say(
    'Before a mail the server wants a login or encryption.',
    'Antes de un correo, el servidor pide iniciar sesión o cifrar.',
  ),
  'MAIL 550': say('The server does not take mail from this sender.', 'El servidor no acepta correo de este remitente.'),
  'MAIL 552': say(
    'The mail is larger than the server allows.',
    'El correo es más grande de lo que permite el servidor.',
  ),
  'MAIL 553': say('This sender address is not allowed here.', 'Esta dirección de remitente no se permite aquí.'),
  'RCPT 250': say('This recipient is accepted.', 'Este destinatario se acepta.'),
  'RCPT 450': say(
    'This recipient is put off; a later attempt may pass.',
    'Este destinatario se aplaza; un intento posterior puede pasar.',
  ),
  'RCPT 451': say(
    'This recipient is put off; a later attempt may pass.',
    'Este destinatario se aplaza; un intento posterior puede pasar.',
  ),
  'RCPT 452': say(
    'Too many recipients, or the mailbox is full for now.',
    'Demasiados destinatarios o el buzón está lleno por ahora.',
  ),
  'RCPT 550': say(
    'This recipient is refused: no such mailbox, or not allowed.',
    'Este destinatario se rechaza: el buzón no existe o no se permite.',
  ),
  'RCPT 554': say('This recipient is refused, for good.', 'Este destinatario se rechaza definitivamente.'),
  'DATA 354': say(
    'The server waits for the mail, up to a line with a single dot.',
    'El servidor espera el correo, hasta una línea con un solo punto.',
  ),
  'DATA 503': say(
    'There is no recipient yet, so no mail may follow.',
    'Aún no hay destinatarios, así que no puede seguir ningún correo.',
  ),
  'DATA 554': say(
    'No recipient is valid, so no mail may follow.',
    'Ningún destinatario es válido, así que no puede seguir ningún correo.',
  ),
  'DOT 250': say(
    'The server has taken the mail: from here on it is responsible for it. The text often holds its queue number.',
    'El servidor ha aceptado el correo: desde aquí responde de él. El texto suele contener su número de cola.',
  ),
  'DOT 451': say(
    'The server could not keep the mail now; nobody got it.',
    'El servidor no pudo guardar el correo ahora; nadie lo recibió.',
  ),
  'DOT 552': say('The mail is too large; nobody got it.', 'El correo es demasiado grande; nadie lo recibió.'),
  'DOT 550': say('The content is refused; nobody got the mail.', 'El contenido se rechaza; nadie recibió el correo.'),
  'DOT 554': say('The content is refused; nobody got the mail.', 'El contenido se rechaza; nadie recibió el correo.'),
  'BDAT 250': say('This piece of the mail has arrived.', 'Este trozo del correo ha llegado.'),
  'RSET 250': say(
    'Sender, recipients and content are forgotten.',
    'Se han olvidado remitente, destinatarios y contenido.',
  ),
  'NOOP 250': say('The server is still there.', 'El servidor sigue ahí.'),
  'VRFY 250': say('This mailbox exists.', 'Este buzón existe.'),
  'VRFY 550': say('This mailbox does not exist.', 'Este buzón no existe.'),
  'QUIT 221': say('The server says goodbye and closes the connection.', 'El servidor se despide y cierra la conexión.'),
}
