// Causes of refusals that concern the session: encryption, the hello, the pace. The catch-alls are asked last of all.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const sessionCauses: readonly ReplyCause[] = [
  {
    id: 'starttls-required',
    when: [
      { code: /^(530|451)$/, text: /STARTTLS/i },
      { enhanced: /^5\.7\.10$/ },
      {
        code: /^5/,
        text: /must (issue|use) (a )?(STARTTLS|TLS)|encryption (is )?(required|needed)|TLS (is )?required/i,
      },
    ],
    fault: 'ours',
    title: say('The server wants encryption first', 'El servidor pide cifrar primero'),
    advice: say('Set the security of the profile to STARTTLS.', 'Cambiar la seguridad del perfil a STARTTLS.'),
    rfc: 'RFC 3207 §4',
    passes: false,
  },
  {
    id: 'tls-unavailable',
    when: [
      { stages: ['tls'], code: /^454$/ },
      { code: /^454$/, text: /TLS (is )?(currently |temporarily )?(not available|unavailable)/i },
    ],
    fault: 'theirs',
    title: say('The server’s encryption is out of order', 'El cifrado del servidor está averiado'),
    advice: say(
      'Do not fall back to clear text. Try later; the administrator should check the key and the certificate of the server.',
      'No pasar a texto sin cifrar. Probar más tarde; el administrador debería revisar la clave y el certificado del servidor.',
    ),
    rfc: 'RFC 3207 §4',
    passes: true,
  },
  {
    id: 'hello-name',
    when: [
      { stages: ['ehlo'], code: /^5/, text: /fully[- ]qualified|invalid (helo|ehlo|host ?name|domain|argument)/i },
      { text: /syntactically invalid (helo|ehlo)|(helo|ehlo)( command)? (rejected|refused)|invalid helo/i },
    ],
    fault: 'ours',
    title: say('The server dislikes the name we gave', 'Al servidor no le gusta el nombre indicado'),
    advice: say(
      'Set the EHLO name of the profile to the full host name of this computer, such as mail.example.com, or leave it empty.',
      'Poner como nombre EHLO del perfil el nombre completo de este equipo, por ejemplo mail.example.com, o dejarlo vacío.',
    ),
    rfc: 'RFC 5321 §4.1.4',
    passes: false,
  },
  {
    id: 'synchronization',
    when: [{ text: /synchroni[sz]ation|pipelining (is )?(not|un)|improper (use of )?(smtp )?(command )?pipelining/i }],
    fault: 'ours',
    title: say('We spoke out of turn', 'Se habló fuera de turno'),
    advice: say(
      'The server wants one command at a time. Try again; if it stays, report it with the exported log.',
      'El servidor quiere las órdenes de una en una. Volver a intentarlo; si se repite, notificarlo con el registro exportado.',
    ),
    rfc: 'RFC 2920 §3.1',
    passes: false,
  },
  {
    id: 'too-many-connections',
    when: [
      {
        code: /^4/,
        text: /too many (concurrent |simultaneous )?(smtp )?(connections|sessions)|connection (rate|limit)/i,
      },
    ],
    fault: 'ours',
    title: say('Too many connections at once', 'Demasiadas conexiones a la vez'),
    advice: say(
      'Wait a minute, and let fewer programs send at the same time.',
      'Esperar un minuto y dejar que envíen menos programas a la vez.',
    ),
    rfc: 'RFC 5321 §4.2.1',
    passes: true,
  },
]

export const sessionCatchAlls: readonly ReplyCause[] = [
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
    when: [{ code: /^(521|556)$/ }, { stages: ['connect', 'greeting'], code: /^554$/ }],
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
    id: 'parameter-unknown',
    when: [{ code: /^555$/ }, { code: /^5/, text: /unsupported option|unrecogni[sz]ed parameter/i }],
    fault: 'theirs',
    title: say('The server does not know a parameter', 'El servidor no conoce un parámetro'),
    advice: say(
      'It was offered and then refused: a proxy in between may be changing the session. Compare from another network.',
      'Se ofreció y luego se rechazó: puede que un proxy intermedio altere la sesión. Comparar desde otra red.',
    ),
    rfc: 'RFC 5321 §4.1.1.11',
    passes: false,
  },
]
