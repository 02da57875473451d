// What Google's servers mean by their refusals of logins and of mails (support.google.com/a/answer/3726730).
import type { ReplyCause } from '../../reply-cause.ts'
import { say } from '../../words.ts'

export const gmailCauses: readonly ReplyCause[] = [
  {
    id: 'gmail-password',
    when: [{ providers: ['gmail'], code: /^535$/, enhanced: /^5\.7\.8$/ }],
    fault: 'ours',
    title: say('Google does not take this password', 'Google no acepta esta contraseña'),
    advice: say(
      'The ordinary password is no longer enough: create an app password in the Google account, under Security, or sign in with Google. The user is the whole address.',
      'La contraseña normal ya no basta: crear una contraseña de aplicación en la cuenta de Google, en Seguridad, o iniciar sesión con Google. El usuario es la dirección completa.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'gmail-app-password',
    when: [{ providers: ['gmail'], code: /^534$/, enhanced: /^5\.7\.9$/, text: /application-specific password/i }],
    fault: 'ours',
    title: say('Google wants an app password', 'Google pide una contraseña de aplicación'),
    advice: say(
      'The account has 2-Step Verification: create an app password in the Google account, under Security, and store that one here, or sign in with Google.',
      'La cuenta usa la verificación en dos pasos: crear una contraseña de aplicación en la cuenta de Google, en Seguridad, y guardarla aquí, o iniciar sesión con Google.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'gmail-web-login',
    when: [{ providers: ['gmail'], code: /^534$/, enhanced: /^5\.7\.14$/ }],
    fault: 'ours',
    title: say('Google blocked an unusual login', 'Google bloqueó un inicio de sesión inusual'),
    advice: say(
      'Log in to the Google account with a browser, confirm that it was you, then try again.',
      'Entrar en la cuenta de Google con un navegador, confirmar que fue el titular y volver a intentarlo.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'gmail-spoke-before-tls',
    when: [{ providers: ['gmail'], code: /^523$/, enhanced: /^5\.7\.10$/ }],
    fault: 'ours',
    title: say('Something was said before encryption began', 'Se dijo algo antes de que empezara el cifrado'),
    advice: say(
      'After STARTTLS a program must wait for the 220. Ours does: look in the log for raw lines, or for a proxy that adds bytes.',
      'Tras STARTTLS un programa debe esperar al 220. Heloise lo hace: buscar en el registro líneas en bruto o un proxy que añada bytes.',
    ),
    rfc: 'RFC 3207 §4',
    passes: false,
  },
  {
    id: 'gmail-daily-limit',
    when: [{ providers: ['gmail'], code: /^5/, enhanced: /^5\.4\.5$/ }],
    fault: 'ours',
    title: say('The daily sending limit of Google is used up', 'Se agotó el límite diario de envío de Google'),
    advice: say(
      'Wait 24 hours. If you did not send so much, change the password: somebody else may be using the account.',
      'Esperar 24 horas. Si no se ha enviado tanto, cambiar la contraseña: puede que otra persona use la cuenta.',
    ),
    rfc: null,
    passes: true,
  },
  {
    id: 'gmail-unusual-rate',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.28$/ }],
    fault: 'ours',
    title: say('Google sees an unusual rate of mail', 'Google detecta un ritmo de envío inusual'),
    advice: say(
      'It comes from your network address or your domain. Send more slowly, and make sure that nobody else sends in its name.',
      'Viene de la dirección de red o del dominio propios. Enviar más despacio y asegurarse de que nadie más envía en su nombre.',
    ),
    rfc: null,
    passes: true,
  },
  {
    id: 'gmail-forbidden-attachment',
    when: [{ providers: ['gmail'], code: /^552$/, enhanced: /^5\.7\.0$/ }],
    fault: 'ours',
    title: say('Google forbids this kind of attachment', 'Google no permite este tipo de adjunto'),
    advice: say(
      'Programs, scripts and archives with a password are refused: send a link to the file.',
      'Se rechazan programas, scripts y archivos comprimidos con contraseña: enviar un enlace al archivo.',
    ),
    rfc: null,
    passes: false,
  },
]
