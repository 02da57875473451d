// Failures of the hello and of logging in.
import type { FailureText } from '../failure-text.ts'
import { say } from '../words.ts'

export const loginFailures = {
  'hello-refused': {
    fault: 'theirs',
    title: say('The server refuses our hello', 'El servidor rechaza el saludo'),
    happened: say(
      '{host} accepted neither EHLO nor HELO, so no conversation is possible.',
      '{host} no aceptó ni EHLO ni HELO, así que no es posible conversar.',
    ),
    advice: say(
      'Read its words: often it dislikes the name we gave. Set the EHLO name of the profile to a full host name.',
      'Leer sus palabras: a menudo no le gusta el nombre indicado. Poner un nombre de equipo completo como nombre EHLO del perfil.',
    ),
    rfc: 'RFC 5321 §4.1.1.1',
  },
  'login-not-offered': {
    fault: 'ours',
    title: say('This port offers no login', 'Este puerto no permite iniciar sesión'),
    happened: say(
      'The profile has a user and password, but {host} does not offer AUTH on {port}.',
      'El perfil tiene usuario y contraseña, pero {host} no ofrece AUTH en {port}.',
    ),
    advice: say(
      'Log in on 587 or 465, with TLS; port 25 usually has no login. Or remove the login from the profile.',
      'Iniciar sesión en 587 o 465, con TLS; el puerto 25 no suele permitirlo. O quitar el inicio de sesión del perfil.',
    ),
    rfc: 'RFC 4954 §3',
  },
  'login-mechanism-unavailable': {
    fault: 'ours',
    title: say('No common way to log in', 'No hay un método común para iniciar sesión'),
    happened: say(
      'The server offers {mechanisms}; the profile asks for {mechanism}.',
      'El servidor ofrece {mechanisms}; el perfil pide {mechanism}.',
    ),
    advice: say(
      'Set the mechanism of the profile to automatic, or to one that the server offers.',
      'Poner el método del perfil en automático o en uno que ofrezca el servidor.',
    ),
    rfc: 'RFC 4954 §4',
  },
  'login-needs-tls': {
    fault: 'ours',
    title: say('The password would travel in clear text', 'La contraseña viajaría sin cifrar'),
    happened: say(
      'The session with {host} is not encrypted, and the only ways to log in would show the password to anyone on the way. It was not sent.',
      'La sesión con {host} no está cifrada y las únicas formas de iniciar sesión mostrarían la contraseña a cualquiera en el camino. No se envió.',
    ),
    advice: say(
      'Set the security of the profile to STARTTLS or implicit TLS.',
      'Cambiar la seguridad del perfil a STARTTLS o TLS implícito.',
    ),
    rfc: 'RFC 8314 §3',
  },
  'login-refused': {
    fault: 'ours',
    title: say('User or password is wrong', 'El usuario o la contraseña no son correctos'),
    happened: say('{host} did not accept the login.', '{host} no aceptó el inicio de sesión.'),
    advice: say(
      'Check the user (often the whole mail address) and the password; many providers want an app password here.',
      'Comprobar el usuario (a menudo la dirección completa) y la contraseña; muchos proveedores piden aquí una contraseña de aplicación.',
    ),
    rfc: 'RFC 4954 §6',
  },
  'login-token-refused': {
    fault: 'ours',
    title: say('The access token is not accepted', 'El token de acceso no se acepta'),
    happened: say('{host} did not accept the token: {reason}.', '{host} no aceptó el token: {reason}.'),
    advice: say(
      'Get a new token: most last about an hour. It must be made for this very user, and for sending mail.',
      'Obtener un token nuevo: la mayoría dura cerca de una hora. Debe ser de este mismo usuario y servir para enviar correo.',
    ),
    rfc: 'RFC 7628 §3.2.2',
  },
  'login-temporarily-refused': {
    fault: 'theirs',
    title: say('The server cannot check logins now', 'El servidor no puede comprobar el inicio de sesión ahora'),
    happened: say(
      '{host} put the login off: its own account service does not answer, or there were too many attempts.',
      '{host} aplazó el inicio de sesión: su servicio de cuentas no responde o ha habido demasiados intentos.',
    ),
    advice: say(
      'Wait a quarter of an hour and try once more; many attempts in a row can lock the account.',
      'Esperar un cuarto de hora y probar una vez más; muchos intentos seguidos pueden bloquear la cuenta.',
    ),
    rfc: 'RFC 4954 §6',
  },
  'login-protocol-error': {
    fault: 'theirs',
    title: say('The login went off the rules', 'El inicio de sesión no siguió las reglas'),
    happened: say(
      '{host} answered the login by {mechanism} with something that the mechanism does not know: {reason}.',
      '{host} contestó al inicio de sesión con {mechanism} de una forma que ese método no conoce: {reason}.',
    ),
    advice: say(
      'Choose another mechanism in the profile, and tell the administrator.',
      'Elegir otro método en el perfil y avisar al administrador.',
    ),
    rfc: 'RFC 4954 §4',
  },
  'login-server-unproven': {
    fault: 'theirs',
    title: say('The server did not prove who it is', 'El servidor no demostró quién es'),
    happened: say(
      'The login by {mechanism} lets the server prove that it knows the password too, over this very connection. {host} did not: {reason}.',
      'Con {mechanism} el servidor también demuestra que conoce la contraseña, por esta misma conexión. {host} no lo hizo: {reason}.',
    ),
    advice: say(
      'Do not choose a simpler mechanism before it is clear who answers here: compare the host and its certificate, and ask the administrator.',
      'No elegir un método más simple hasta saber quién contesta aquí: comparar el servidor y su certificado, y preguntar al administrador.',
    ),
    rfc: 'RFC 5802 §9',
  },
  'login-required': {
    fault: 'ours',
    title: say('The server wants a login first', 'El servidor pide iniciar sesión primero'),
    happened: say(
      '{host} takes mail on {port} only from those who have logged in.',
      '{host} solo acepta correo en {port} de quien haya iniciado sesión.',
    ),
    advice: say('Give the profile a user and password.', 'Indicar un usuario y una contraseña en el perfil.'),
    rfc: 'RFC 4954 §6',
  },
} as const satisfies Record<string, FailureText>
