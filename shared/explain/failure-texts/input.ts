// Failures before anything is sent: what was typed cannot become a mail or a session.
import type { FailureText } from '../failure-text.ts'
import { say } from '../words.ts'

export const inputFailures = {
  'address-invalid': {
    fault: 'ours',
    title: say('That is not a mail address', 'Eso no es una dirección de correo'),
    happened: say(
      'In {field}, {address} cannot be used as a mail address. Nothing was sent.',
      'En {field}, {address} no sirve como dirección de correo. No se ha enviado nada.',
    ),
    advice: say(
      'Write it as name@domain, without line breaks or other control characters.',
      'Escribirla como nombre@dominio, sin saltos de línea ni otros caracteres de control.',
    ),
    rfc: 'RFC 5321 §4.1.2',
  },
  'header-invalid': {
    fault: 'ours',
    title: say('A header cannot be sent like this', 'Una cabecera no se puede enviar así'),
    happened: say(
      'A header holds a line break or a character that it must not have: {field}. Nothing was sent.',
      'Una cabecera contiene un salto de línea o un carácter que no puede tener: {field}. No se ha enviado nada.',
    ),
    advice: say(
      'Remove the line break or control character; it would let a text pose as another header.',
      'Quitar el salto de línea o el carácter de control: permitiría que un texto se hiciera pasar por otra cabecera.',
    ),
    rfc: 'RFC 5322 §2.2',
  },
  'host-invalid': {
    fault: 'ours',
    title: say('That is not the name of a server', 'Eso no es el nombre de un servidor'),
    happened: say(
      '“{host}” can be neither a name nor an address of a server.',
      '«{host}» no puede ser ni el nombre ni la dirección de un servidor.',
    ),
    advice: say(
      'Write a name such as smtp.example.com or an IP address, if need be with a port: smtp.example.com:587.',
      'Escribir un nombre como smtp.example.com o una dirección IP, si hace falta con puerto: smtp.example.com:587.',
    ),
    rfc: 'RFC 5321 §2.3.5',
  },
  'profile-invalid': {
    fault: 'ours',
    title: say('The profile is not complete', 'El perfil no está completo'),
    happened: say(
      'Something in the profile is missing or cannot be used: {field}.',
      'Algo del perfil falta o no se puede usar: {field}.',
    ),
    advice: say('Open the profile and correct it.', 'Abrir el perfil y corregirlo.'),
    rfc: null,
  },
  'attachment-missing': {
    fault: 'ours',
    title: say('An attachment is missing', 'Falta un adjunto'),
    happened: say(
      'The bytes of {file} are no longer there or were not taken in whole. Nothing was sent.',
      'Los datos de {file} ya no están o no se recibieron completos. No se ha enviado nada.',
    ),
    advice: say(
      'Attach the file again, or remove it from the mail.',
      'Volver a adjuntar el archivo o quitarlo del correo.',
    ),
    rfc: null,
  },
  'no-recipients': {
    fault: 'ours',
    title: say('There is no recipient', 'No hay destinatarios'),
    happened: say(
      'The mail has no address in To, Cc or Bcc, nor in its envelope.',
      'El correo no tiene ninguna dirección en Para, Cc o Cco, ni en el sobre.',
    ),
    advice: say('Add at least one recipient.', 'Añadir al menos un destinatario.'),
    rfc: 'RFC 5321 §3.3',
  },
  'no-sender': {
    fault: 'ours',
    title: say('There is no sender', 'No hay remitente'),
    happened: say(
      'Neither the mail nor the profile says who it is from.',
      'Ni el correo ni el perfil indican de quién es.',
    ),
    advice: say(
      'Write an address in From, or give the profile one.',
      'Escribir una dirección en De o indicarla en el perfil.',
    ),
    rfc: 'RFC 5322 §3.6.2',
  },
  'password-missing': {
    fault: 'ours',
    title: say('The password is missing', 'Falta la contraseña'),
    happened: say(
      'The profile logs in, but no password is stored for it on this computer.',
      'El perfil inicia sesión, pero no hay ninguna contraseña guardada para él en este equipo.',
    ),
    advice: say('Enter the password in the profile.', 'Escribir la contraseña en el perfil.'),
    rfc: null,
  },
  'mail-too-large': {
    fault: 'ours',
    title: say('The mail is too large for this server', 'El correo es demasiado grande para este servidor'),
    happened: say(
      'The mail is {size}, and {host} takes at most {limit}. It was not sent. Attachments grow by about a third on their way.',
      'El correo ocupa {size} y {host} admite como máximo {limit}. No se ha enviado. Los adjuntos crecen alrededor de un tercio al enviarse.',
    ),
    advice: say(
      'Remove or shrink an attachment, or send a link to the file instead.',
      'Quitar o reducir un adjunto, o enviar un enlace al archivo.',
    ),
    rfc: 'RFC 1870 §6',
  },
  'needs-smtputf8': {
    fault: 'theirs',
    title: say('The server takes no such letters here', 'El servidor no admite aquí esas letras'),
    happened: say(
      'The mail has letters beyond ASCII that only SMTPUTF8 can carry, and {host} does not offer it: {reason}. Nothing was sent.',
      'El correo tiene letras que no son ASCII y que solo SMTPUTF8 puede llevar, y {host} no lo ofrece: {reason}. No se ha enviado nada.',
    ),
    advice: say(
      'Use an address without accents or special letters, or a server that offers SMTPUTF8.',
      'Usar una dirección sin acentos ni letras especiales, o un servidor que ofrezca SMTPUTF8.',
    ),
    rfc: 'RFC 6531 §3.1',
  },
  'needs-8bitmime': {
    fault: 'theirs',
    title: say('The server takes plain ASCII only', 'El servidor solo admite ASCII'),
    happened: say(
      'This mail holds 8-bit characters, {host} does not offer 8BITMIME, and the mail cannot be encoded anew: {reason}. Nothing was sent.',
      'Este correo contiene caracteres de 8 bits, {host} no ofrece 8BITMIME y el correo no se puede codificar de nuevo: {reason}. No se ha enviado nada.',
    ),
    advice: say(
      'Encode its texts as quoted-printable or base64 before it is signed, or write it in Compose, which does that.',
      'Codificar sus textos como quoted-printable o base64 antes de firmarlo, o escribirlo en Redactar, que lo hace solo.',
    ),
    rfc: 'RFC 6152 §3',
  },
  'needs-binarymime': {
    fault: 'theirs',
    title: say('The server takes no binary mail', 'El servidor no admite correo binario'),
    happened: say(
      'This mail is to travel as binary octets, {host} does not offer both BINARYMIME and CHUNKING, and the mail cannot be encoded anew: {reason}. Nothing was sent.',
      'Este correo debe viajar como octetos binarios, {host} no ofrece a la vez BINARYMIME y CHUNKING y el correo no se puede codificar de nuevo: {reason}. No se ha enviado nada.',
    ),
    advice: say(
      'Encode the mail as base64 and send it as text.',
      'Codificar el correo en base64 y enviarlo como texto.',
    ),
    rfc: 'RFC 3030 §3',
  },
  'extension-not-offered': {
    fault: 'theirs',
    title: say('The server lacks what the mail asks for', 'El servidor no tiene lo que pide el correo'),
    happened: say(
      'The mail asks for {keyword}, which {host} does not offer. Nothing was sent.',
      'El correo pide {keyword}, que {host} no ofrece. No se ha enviado nada.',
    ),
    advice: say(
      'Take the option back under “On the wire”, or use a server that offers it. To send it all the same, as a test, switch the extension on.',
      'Quitar la opción en «En el cable» o usar un servidor que la ofrezca. Para enviarla de todos modos, como prueba, activar la extensión.',
    ),
    rfc: 'RFC 5321 §2.2.1',
  },
  'extension-unusable': {
    fault: 'ours',
    title: say('The server does not go so far', 'El servidor no llega a tanto'),
    happened: say(
      '{host} offers {keyword}, but it cannot be used like this: {reason}. Nothing was sent.',
      '{host} ofrece {keyword}, pero no se puede usar así: {reason}. No se ha enviado nada.',
    ),
    advice: say(
      'Change the value under “On the wire”, or switch the extension on to send it all the same, as a test.',
      'Cambiar el valor en «En el cable» o activar la extensión para enviarla de todos modos, como prueba.',
    ),
    rfc: 'RFC 5321 §2.2.1',
  },
  'wire-option-invalid': {
    fault: 'ours',
    title: say('An option for the wire cannot be used', 'Una opción para el cable no se puede usar'),
    happened: say('In {field}: {reason}. Nothing was sent.', 'En {field}: {reason}. No se ha enviado nada.'),
    advice: say('Correct the option under “On the wire”.', 'Corregir la opción en «En el cable».'),
    rfc: 'RFC 5321 §4.1.2',
  },
  'raw-mail-invalid': {
    fault: 'ours',
    title: say('The raw mail cannot be sent', 'El correo en bruto no se puede enviar'),
    happened: say(
      'The text is not a mail that may travel by SMTP: {reason}.',
      'El texto no es un correo que pueda viajar por SMTP: {reason}.',
    ),
    advice: say(
      'Correct the source: header lines first, then an empty line, then the body, and no line over 998 characters.',
      'Corregir el código fuente: primero las cabeceras, después una línea vacía y luego el cuerpo, sin líneas de más de 998 caracteres.',
    ),
    rfc: 'RFC 5322 §2.1',
  },
} as const satisfies Record<string, FailureText>
