// Reply codes that say no: 5xx.
import { type Explanation, explain } from '../explanation.ts'
import { say } from '../words.ts'

export const refusalCodes: Readonly<Record<number, Explanation>> = {
  500: explain(
    say('500: not understood', '500: no se entiende'),
    say(
      'The server does not know this command, or the line was too long.',
      'El servidor no conoce esta orden o la línea era demasiado larga.',
    ),
    'RFC 5321 §4.2.3',
  ),
  501: explain(
    say('501: wrong argument', '501: argumento incorrecto'),
    say('What stands behind the command is not as it should be.', 'Lo que sigue a la orden no es como debería.'),
    'RFC 5321 §4.2.3',
  ),
  502: explain(
    say('502: not implemented', '502: no disponible'),
    say('The server knows the command but does not carry it out.', 'El servidor conoce la orden pero no la ejecuta.'),
    'RFC 5321 §4.2.4',
  ),
  503: explain(
    say('503: wrong order', '503: orden equivocado'),
    say(
      'This command cannot come now. Often an earlier one was refused.',
      'Esta orden no puede ir ahora. A menudo se rechazó una anterior.',
    ),
    'RFC 5321 §4.1.4',
  ),
  504: explain(
    say('504: parameter not known', '504: parámetro desconocido'),
    say(
      'The server does not know this parameter, or this way to log in.',
      'El servidor no conoce este parámetro o este método de inicio de sesión.',
    ),
    'RFC 5321 §4.2.3, RFC 4954 §4',
  ),
  521: explain(
    say('521: takes no mail', '521: no acepta correo'),
    say('This host never takes mail.', 'Este equipo nunca acepta correo.'),
    'RFC 7504 §3',
  ),
  530: explain(
    say('530: something must come first', '530: falta un paso previo'),
    say('A login, or encryption, is required before.', 'Antes hace falta iniciar sesión o cifrar.'),
    'RFC 4954 §6, RFC 3207 §4',
  ),
  534: explain(
    say('534: too weak', '534: demasiado débil'),
    say(
      'The way to log in is too weak for this account.',
      'El método de inicio de sesión es demasiado débil para esta cuenta.',
    ),
    'RFC 4954 §6',
  ),
  535: explain(
    say('535: login refused', '535: inicio de sesión rechazado'),
    say('User or password was not accepted.', 'No se aceptó el usuario o la contraseña.'),
    'RFC 4954 §6',
  ),
  538: explain(
    say('538: encrypt first', '538: cifrar primero'),
    say(
      'This way to log in is allowed only inside TLS.',
      'Este método de inicio de sesión solo se permite dentro de TLS.',
    ),
    'RFC 4954 §6',
  ),
  550: explain(
    say('550: refused', '550: rechazado'),
    say(
      'The mailbox does not exist, or a rule forbids it. Trying again will not help.',
      'El buzón no existe o una regla lo prohíbe. Repetirlo no ayuda.',
    ),
    'RFC 5321 §4.2.3',
  ),
  551: explain(
    say('551: not here', '551: aquí no'),
    say(
      'The mailbox is elsewhere, and the server will not pass the mail on.',
      'El buzón está en otro sitio y el servidor no reenviará el correo.',
    ),
    'RFC 5321 §3.4',
  ),
  552: explain(
    say('552: too much', '552: demasiado'),
    say('The mail is too large, or the mailbox is full.', 'El correo es demasiado grande o el buzón está lleno.'),
    'RFC 5321 §4.2.3',
  ),
  553: explain(
    say('553: address not allowed', '553: dirección no permitida'),
    say(
      'The address is written wrongly, or may not be used here.',
      'La dirección está mal escrita o no se puede usar aquí.',
    ),
    'RFC 5321 §4.2.3',
  ),
  554: explain(
    say('554: refused', '554: rechazado'),
    say(
      'The transaction failed for good; the text should say why.',
      'La operación falló definitivamente; el texto debería decir por qué.',
    ),
    'RFC 5321 §4.2.3',
  ),
  555: explain(
    say('555: parameter not known', '555: parámetro desconocido'),
    say('A parameter of MAIL or RCPT is not known here.', 'Aquí no se conoce un parámetro de MAIL o RCPT.'),
    'RFC 5321 §4.1.1.11',
  ),
  556: explain(
    say('556: domain takes no mail', '556: el dominio no recibe correo'),
    say('The domain of the recipient takes no mail.', 'El dominio del destinatario no recibe correo.'),
    'RFC 7504 §4',
  ),
}
