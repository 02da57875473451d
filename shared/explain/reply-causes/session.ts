// Causes of refusals that concern the session: encryption, the hello, the pace.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const sessionCauses: readonly ReplyCause[] = [
  {
    id: 'starttls-required',
    when: [
      { code: /^(530|451)$/, text: /STARTTLS/i },
      { enhanced: /^5\.7\.10$/, unless: /REQUIRETLS/i },
      {
        code: /^5(?!38)/,
        text: /must (issue|use) (a )?(STARTTLS|TLS)|encryption (is )?(required|needed)|\bTLS (is )?required/i,
        unless: /REQUIRETLS/i,
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
      {
        stages: ['ehlo'],
        code: /^5/,
        text: /fully[- ]qualified|invalid (helo|ehlo|host ?name|domain|argument)/i,
      },
      { stages: ['ehlo'], code: /^501$/, enhanced: /^5\.5\.4$/ },
      {
        code: /^[45]/,
        text: /syntactically invalid (helo|ehlo)|(helo|ehlo)( command)? (rejected|refused)|(invalid|bad) helo/i,
      },
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
    id: 'hello-unknown',
    when: [{ stages: ['ehlo'], code: /^50[02]$/, unless: /pipelining|synchroni/i }],
    fault: 'theirs',
    title: say('The server does not know EHLO', 'El servidor no conoce EHLO'),
    advice: say(
      'It is old, or a proxy or virus scanner in between filters the session. HELO still works, but without encryption, login and sizes.',
      'Es antiguo, o un proxy o antivirus intermedio filtra la sesión. HELO aún funciona, pero sin cifrado, inicio de sesión ni tamaños.',
    ),
    rfc: 'RFC 5321 §3.2',
    passes: false,
  },
  {
    id: 'synchronization',
    when: [
      {
        code: /^[45]/,
        text: /synchroni[sz]ation|pipelining (is )?(not|un)|improper (use of )?(smtp )?(command )?pipelining/i,
      },
    ],
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
    id: 'http-client',
    when: [{ code: /^(221|5\d\d)$/, text: /I can break rules, too/i }],
    fault: 'ours',
    title: say('A web request came to a mail server', 'Una petición web llegó a un servidor de correo'),
    advice: say(
      'Some program speaks HTTP to this port: correct its address or its port.',
      'Algún programa habla HTTP con este puerto: corregir su dirección o su puerto.',
    ),
    rfc: 'RFC 5321 §4.1.1',
    passes: false,
  },
  {
    id: 'bare-line-feed',
    when: [
      { code: /^[45]/, text: /bare (<?LF>?|line ?feed|newline|CR\b)|BareLinefeed/i },
      { providers: ['microsoft'], enhanced: /^5\.6\.11$/, unless: /BareLinefeed|bare line/i },
    ],
    fault: 'ours',
    title: say('A line ends in LF alone', 'Una línea termina solo en LF'),
    advice: say(
      'Lines of mail end in CR LF. Ours do, but for a raw mail or a raw line: mend its line endings there.',
      'Las líneas de un correo terminan en CR LF. Las de Heloise también, salvo en un correo o una línea en bruto: corregir ahí los finales de línea.',
    ),
    rfc: 'RFC 5321 §2.3.8',
    passes: false,
  },
  {
    id: 'idle-timeout',
    when: [
      { code: /^4/, enhanced: /^4\.4\.2$/ },
      { code: /^4(21|51)$/, text: /time[d -]?(out|limit)|idle/i, unless: /rate|greylist/i },
    ],
    fault: 'network',
    title: say('The server waited too long for us', 'El servidor esperó demasiado'),
    advice: say(
      'Send again. If it happens with large mails alone, try a smaller one, another network, or without a virus scanner in between.',
      'Volver a enviar. Si solo pasa con correos grandes, probar uno menor, otra red o sin un antivirus intermedio.',
    ),
    rfc: 'RFC 5321 §4.5.3.2.7',
    passes: true,
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
  {
    id: 'parameter-unknown',
    when: [
      { code: /^555$/ },
      { code: /^50[13]$/, enhanced: /^5\.5\.4$/, text: /option|parameter/i },
      { code: /^5/, text: /unsupported option|unrecogni[sz]ed parameter|malformed address: .{1,60} may not follow/i },
    ],
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
