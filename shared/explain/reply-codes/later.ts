// Reply codes that say not now: 4xx.
import { type Explanation, explain } from '../explanation.ts'
import { say } from '../words.ts'

export const laterCodes: Readonly<Record<number, Explanation>> = {
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
}
