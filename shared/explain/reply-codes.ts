// Three-digit reply codes: what each says, and what it says to a certain command.
import { type Explanation, explain } from './explanation.ts'
import { answersTo } from './reply-contexts.ts'
import { say } from './words.ts'

export const replyCodeTexts: Readonly<Record<number, Explanation>> = {
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
  421: explain(
    say('421: not now, closing', '421: ahora no, cierro'),
    say(
      'The service is not available and the connection will be closed. A later attempt may succeed.',
      'El servicio no está disponible y se cerrará la conexión. Un intento posterior puede tener éxito.',
    ),
    'RFC 5321 §3.8',
  ),
  432: explain(
    say('432: change the password', '432: cambiar la contraseña'),
    say(
      'The account has to set its password anew before this login works.',
      'La cuenta debe renovar su contraseña para que este inicio de sesión funcione.',
    ),
    'RFC 4954 §6',
  ),
  450: explain(
    say('450: mailbox not available now', '450: buzón no disponible ahora'),
    say(
      'Busy, or put off on purpose (greylisting). Trying again later is right.',
      'Ocupado o aplazado a propósito (lista gris). Lo correcto es volver a intentarlo más tarde.',
    ),
    'RFC 5321 §4.2.3',
  ),
  451: explain(
    say('451: trouble at the server', '451: problema en el servidor'),
    say(
      'Something failed on its side for now. Trying again later is right.',
      'Algo falló de su lado por ahora. Lo correcto es volver a intentarlo más tarde.',
    ),
    'RFC 5321 §4.2.3',
  ),
  452: explain(
    say('452: no room now', '452: sin espacio ahora'),
    say(
      'The server has no storage left, or too many recipients were named at once.',
      'El servidor no tiene espacio o se nombraron demasiados destinatarios a la vez.',
    ),
    'RFC 5321 §4.5.3.1.10',
  ),
  453: explain(
    say('453: nothing is waiting', '453: no hay nada pendiente'),
    say('No mail waits for this domain.', 'No hay correo pendiente para este dominio.'),
    'RFC 2645',
  ),
  454: explain(
    say('454: not available now', '454: no disponible ahora'),
    say(
      'Encryption or login does not work for the moment.',
      'El cifrado o el inicio de sesión no funciona por el momento.',
    ),
    'RFC 3207 §4, RFC 4954 §6',
  ),
  455: explain(
    say('455: parameters not possible now', '455: parámetros no posibles ahora'),
    say(
      'The server cannot do what a parameter asks for at present.',
      'El servidor no puede atender ahora lo que pide un parámetro.',
    ),
    'RFC 5321 §4.1.1.11',
  ),
  458: explain(
    say('458: cannot start the delivery', '458: no se puede iniciar la entrega'),
    say('The waiting mail cannot be delivered now.', 'El correo pendiente no se puede entregar ahora.'),
    'RFC 1985',
  ),
  459: explain(
    say('459: not allowed', '459: no permitido'),
    say('The domain may not be asked for.', 'No se puede pedir ese dominio.'),
    'RFC 1985',
  ),
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

const classTexts: Readonly<Record<number, Explanation>> = {
  2: explain(
    say('Done', 'Hecho'),
    say('Codes that begin with 2 say yes.', 'Los códigos que empiezan por 2 dicen que sí.'),
    'RFC 5321 §4.2.1',
  ),
  3: explain(
    say('Go on', 'Sigue'),
    say('Codes that begin with 3 ask for more.', 'Los códigos que empiezan por 3 piden más.'),
    'RFC 5321 §4.2.1',
  ),
  4: explain(
    say('Not now', 'Ahora no'),
    say(
      'Codes that begin with 4 say: try again later.',
      'Los códigos que empiezan por 4 dicen: volver a intentarlo más tarde.',
    ),
    'RFC 5321 §4.2.1',
  ),
  5: explain(
    say('No', 'No'),
    say('Codes that begin with 5 say no for good.', 'Los códigos que empiezan por 5 dicen que no, definitivamente.'),
    'RFC 5321 §4.2.1',
  ),
}
const noCode = explain(
  say('No reply code of SMTP', 'No es un código de SMTP'),
  say('Replies begin with a number from 200 to 599.', 'Las respuestas empiezan por un número del 200 al 599.'),
  'RFC 5321 §4.2',
)

/** What an answer says: in the light of the command it answers where that is known (`DOT` for the end of the mail). */
export function explainReplyCode(code: number, command: string | null = null): Explanation {
  const text = replyCodeTexts[code] ?? classTexts[Math.floor(code / 100)] ?? noCode
  const answer = command === null ? undefined : answersTo[`${command} ${code}`]
  return answer === undefined ? text : { ...text, text: answer }
}
