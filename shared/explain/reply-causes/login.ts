// Causes of refusals that concern the login.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const loginCauses: readonly ReplyCause[] = [
  {
    id: 'app-password',
    when: [
      {
        code: /^53[45]$/,
        text: /application[- ]specific password|app(lication)?[- ](specific )?password/i,
      },
    ],
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
    when: [{ text: /too many (failed |bad )?(log[- ]?in|auth\w*|sign[- ]?in)/i }],
    fault: 'ours',
    title: say('Too many attempts to log in', 'Demasiados intentos de iniciar sesión'),
    advice: say(
      'Wait between a quarter of an hour and an hour before the next try; each attempt prolongs the lock.',
      'Esperar entre un cuarto de hora y una hora antes de repetir: cada intento alarga el bloqueo.',
    ),
    rfc: 'RFC 4954 §9',
    passes: true,
  },
  {
    id: 'mechanism-unavailable',
    when: [
      { stages: ['auth'], code: /^504$/ },
      {
        stages: ['auth'],
        code: /^53/,
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
      {
        stages: ['connect', 'greeting', 'ehlo', 'tls', 'mail', 'rcpt', 'data'],
        code: /^5/,
        text: /authentication not enabled|AUTH (command )?(used when )?not advertised/i,
      },
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
      { stages: ['auth'], text: /account (is )?(disabled|suspended|locked)/i, unless: /security defaults/i },
    ],
    fault: 'ours',
    title: say('The account is closed or locked', 'La cuenta está cerrada o bloqueada'),
    advice: say('Ask whoever runs the account.', 'Consultar con quien administra la cuenta.'),
    rfc: 'RFC 5248',
    passes: false,
  },
  {
    id: 'smtp-auth-switched-off',
    when: [{ code: /^5/, text: /basic authentication is (not supported|disabled)/i }],
    fault: 'theirs',
    title: say('The server takes no passwords any more', 'El servidor ya no acepta contraseñas'),
    advice: say(
      'Set the login of the profile to OAuth, or ask the administrator.',
      'Cambiar el inicio de sesión del perfil a OAuth o preguntar al administrador.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'login-fault',
    when: [{ stages: ['auth'], code: /^4/, text: /internal (server )?error|server error/i }],
    fault: 'theirs',
    title: say('The login of the server is out of order', 'El inicio de sesión del servidor está averiado'),
    advice: say(
      'Its administrator finds the reason in the log of the server; try again later.',
      'Su administrador encuentra el motivo en el registro del servidor; volver a intentarlo más tarde.',
    ),
    rfc: 'RFC 4954 §6',
    passes: true,
  },
  {
    id: 'login-required',
    when: [
      { stages: ['mail', 'rcpt', 'data'], code: /^530$/, unless: /TLS|encrypt/i },
      {
        stages: ['mail', 'rcpt', 'data'],
        code: /^[45]/,
        text: /authentication (is )?required|not authenticated|must (authenticate|log ?in)|log ?in first/i,
        unless: /SPF|DKIM|DMARC/i,
      },
    ],
    fault: 'ours',
    title: say('The server wants a login first', 'El servidor pide iniciar sesión primero'),
    advice: say('Give the profile a user and password.', 'Indicar un usuario y una contraseña en el perfil.'),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
]
