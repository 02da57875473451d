// Causes of refusals that concern the login.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const loginCauses: readonly ReplyCause[] = [
  {
    id: 'app-password',
    when: [{ code: /^53[45]$/, text: /application[- ]specific password|app(lication)?[- ]password/i }],
    fault: 'ours',
    title: say('The provider wants an app password', 'El proveedor pide una contraseña de aplicación'),
    advice: say(
      'Create an app password in the account settings of the provider, and store that one in the profile.',
      'Crear una contraseña de aplicación en los ajustes de la cuenta del proveedor y guardarla en el perfil.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'too-many-logins',
    when: [{ text: /too many (failed )?(log[- ]?in|auth\w*|sign[- ]?in)/i }],
    fault: 'ours',
    title: say('Too many attempts to log in', 'Demasiados intentos de iniciar sesión'),
    advice: say(
      'Wait between a quarter of an hour and an hour before the next try; each attempt prolongs the lock.',
      'Esperar entre un cuarto de hora y una hora antes de repetir: cada intento alarga el bloqueo.',
    ),
    rfc: 'RFC 4954 §6',
    passes: true,
  },
  {
    id: 'mechanism-unavailable',
    when: [
      { stages: ['auth'], code: /^504$/ },
      {
        stages: ['auth'],
        code: /^5/,
        text: /no mechanism available|mechanism (is )?not supported|unrecogni[sz]ed authentication/i,
      },
    ],
    fault: 'ours',
    title: say('The server does not know this way to log in', 'El servidor no conoce este método de inicio de sesión'),
    advice: say('Set the mechanism of the profile to automatic.', 'Poner el método del perfil en automático.'),
    rfc: 'RFC 4954 §4',
    passes: false,
  },
  {
    id: 'login-not-here',
    when: [
      { stages: ['auth'], code: /^50[023]$/ },
      { code: /^5/, text: /authentication not enabled|AUTH (command )?(used when )?not advertised/i },
    ],
    fault: 'ours',
    title: say('There is no login here', 'Aquí no se puede iniciar sesión'),
    advice: say(
      'Log in on 587 or 465, and after encryption has begun.',
      'Iniciar sesión en 587 o 465 y después de que empiece el cifrado.',
    ),
    rfc: 'RFC 4954 §4',
    passes: false,
  },
  {
    id: 'login-needs-encryption',
    when: [{ code: /^538$/ }, { enhanced: /^5\.7\.11$/ }],
    fault: 'ours',
    title: say('The login needs encryption', 'El inicio de sesión necesita cifrado'),
    advice: say(
      'Set the security of the profile to STARTTLS or implicit TLS.',
      'Cambiar la seguridad del perfil a STARTTLS o TLS implícito.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'mechanism-weak',
    when: [{ code: /^534$/ }],
    fault: 'ours',
    title: say('The server wants a stronger way to log in', 'El servidor pide un inicio de sesión más seguro'),
    advice: say(
      'Read its words: a stronger mechanism, an app password, or signing in on the web page of the provider first.',
      'Leer sus palabras: un método más seguro, una contraseña de aplicación o iniciar sesión antes en la web del proveedor.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'password-change',
    when: [{ code: /^432$/, enhanced: /^4\.7\.12$/ }],
    fault: 'ours',
    title: say('The password has to be set anew', 'Hay que renovar la contraseña'),
    advice: say(
      'Sign in once on the web page of the provider, or set a new password there.',
      'Iniciar sesión una vez en la web del proveedor o poner allí una contraseña nueva.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'account-disabled',
    when: [
      { stages: ['auth'], enhanced: /^5\.7\.13$/ },
      { stages: ['auth'], text: /account (is )?(disabled|suspended|locked)/i },
    ],
    fault: 'ours',
    title: say('The account is closed or locked', 'La cuenta está cerrada o bloqueada'),
    advice: say('Ask whoever runs the account.', 'Consultar con quien administra la cuenta.'),
    rfc: 'RFC 5248',
    passes: false,
  },
  {
    id: 'wrong-password',
    when: [{ code: /^535$/ }, { stages: ['auth'], enhanced: /^5\.7\.8$/ }],
    fault: 'ours',
    title: say('User or password is wrong', 'El usuario o la contraseña no son correctos'),
    advice: say(
      'Check the user, often the whole mail address, and type the password again. Many providers want an app password here.',
      'Comprobar el usuario, que suele ser la dirección completa, y volver a escribir la contraseña. Muchos proveedores piden aquí una contraseña de aplicación.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'login-later',
    when: [{ stages: ['auth'], code: /^4/ }],
    fault: 'theirs',
    title: say('The server cannot check logins now', 'El servidor no puede comprobar el inicio de sesión ahora'),
    advice: say('Wait a quarter of an hour and try once more.', 'Esperar un cuarto de hora y probar una vez más.'),
    rfc: 'RFC 4954 §6',
    passes: true,
  },
  {
    id: 'login-required',
    when: [
      { stages: ['mail', 'rcpt', 'data'], code: /^530$/ },
      {
        stages: ['mail', 'rcpt', 'data'],
        text: /authentication (is )?required|not authenticated|must (authenticate|log ?in)|log ?in first/i,
      },
    ],
    fault: 'ours',
    title: say('The server wants a login first', 'El servidor pide iniciar sesión primero'),
    advice: say('Give the profile a user and password.', 'Indicar un usuario y una contraseña en el perfil.'),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
]
