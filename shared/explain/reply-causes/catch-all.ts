// What is left when the words name no cause: the likeliest meaning of a code at its stage. The order counts.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const catchAllCauses: readonly ReplyCause[] = [
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
    id: 'busy',
    when: [{ code: /^421$/ }, { enhanced: /^4\.3\.2$/ }, { stages: ['connect', 'greeting'], code: /^4/ }],
    fault: 'theirs',
    title: say('The server is busy', 'El servidor está ocupado'),
    advice: say('Wait a few minutes and try again.', 'Esperar unos minutos y volver a intentarlo.'),
    rfc: 'RFC 5321 §3.8',
    passes: true,
  },
  {
    id: 'no-mail-service',
    when: [{ code: /^(521|556)$/ }, { stages: ['connect', 'greeting'], code: /^5/ }],
    fault: 'theirs',
    title: say('This host takes no mail from us', 'Este servidor no acepta nuestro correo'),
    advice: say(
      'It is no mail server, or it blocks this address: home connections often are. Send through your provider, on 587 or 465.',
      'No es un servidor de correo o bloquea esta dirección, como suele ocurrir con las conexiones domésticas. Enviar a través del proveedor, por 587 o 465.',
    ),
    rfc: 'RFC 7504 §3',
    passes: false,
  },
  {
    id: 'bad-sequence',
    when: [
      { code: /^503$/, enhanced: /^5\.5\.1$/ },
      { stages: ['mail', 'rcpt', 'data'], code: /^503$/ },
      { code: /^5/, text: /bad sequence/i },
    ],
    fault: 'ours',
    title: say('The commands came in the wrong order', 'Las órdenes llegaron en mal orden'),
    advice: say(
      'Look one step up in the log: an earlier command was probably refused.',
      'Mirar un paso antes en el registro: probablemente se rechazó una orden anterior.',
    ),
    rfc: 'RFC 5321 §4.1.4',
    passes: false,
  },
  {
    id: 'content-filtered',
    when: [
      {
        stages: ['data'],
        code: /^5/,
        text: /spam|virus|malware|phish|unsolicited|content (rejected|refused)|attachment|policy/i,
      },
      { stages: ['data'], code: /^5/, enhanced: /^5\.(6|7)\.\d+$/ },
    ],
    fault: 'ours',
    title: say('A filter turned the mail away', 'Un filtro rechazó el correo'),
    advice: say(
      'Change what the answer names: a forbidden attachment, a link, wording like advertising. A link to a file often passes.',
      'Cambiar lo que indica la respuesta: un adjunto prohibido, un enlace, un texto que parece publicidad. Un enlace al archivo suele pasar.',
    ),
    rfc: 'RFC 3463 §3.8',
    passes: false,
  },
]
