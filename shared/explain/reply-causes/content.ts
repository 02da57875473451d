// Causes of refusals that concern the mail itself, and what the server can do with it.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const contentCauses: readonly ReplyCause[] = [
  {
    id: 'too-large',
    when: [
      { enhanced: /^5\.(3\.4|2\.3)$/ },
      { code: /^5/, text: /size (limit )?exceed|exceeds.{0,30}size|too (large|big)/i },
    ],
    fault: 'ours',
    title: say('The mail is too large', 'El correo es demasiado grande'),
    advice: say(
      'Remove or shrink an attachment, or send a link to the file. Attachments grow by about a third on their way.',
      'Quitar o reducir un adjunto, o enviar un enlace al archivo. Los adjuntos crecen alrededor de un tercio al enviarse.',
    ),
    rfc: 'RFC 1870 §6.1',
    passes: false,
  },
  {
    id: 'disk-full',
    when: [
      { code: /^4/, enhanced: /^4\.3\.1$/ },
      { code: /^452$/, text: /insufficient (system )?storage|disk/i },
    ],
    fault: 'theirs',
    title: say('The server has no room left', 'El servidor no tiene espacio'),
    advice: say(
      'Try later; its administrator has to make room.',
      'Probar más tarde: su administrador debe hacer sitio.',
    ),
    rfc: 'RFC 3463 §3.4',
    passes: true,
  },
  {
    id: 'loop',
    when: [{ enhanced: /^5\.4\.(6|14)$/ }, { code: /^5/, text: /too many hops|hop count|mail loop|loop detected/i }],
    fault: 'recipient',
    title: say('The mail goes round in circles', 'El correo da vueltas en círculo'),
    advice: say(
      'A forwarding points back to itself; the administrator of the recipient has to correct it.',
      'Un reenvío apunta a sí mismo; debe corregirlo el administrador del destinatario.',
    ),
    rfc: 'RFC 5321 §6.3',
    passes: false,
  },
  {
    id: 'address-not-ascii',
    when: [{ enhanced: /^[45]\.6\.7$/ }, { code: /^5/, text: /UTF-?8|internationali[sz]ed/i }],
    fault: 'theirs',
    title: say(
      'The server takes no address with special letters',
      'El servidor no admite direcciones con letras especiales',
    ),
    advice: say('Use an address in plain ASCII letters.', 'Usar una dirección con letras ASCII.'),
    rfc: 'RFC 6531 §3.5',
    passes: false,
  },
  {
    id: 'malformed-headers',
    when: [
      { providers: ['microsoft'], code: /^5/, enhanced: /^5\.7\.512$/ },
      {
        stages: ['data'],
        code: /^5/,
        enhanced: /^(?!5\.7\.512)/,
        text: /(From|Date|Message-ID|Subject|To|Sender)\b:? header|multiple .{0,30}headers?|(missing|duplicate|invalid|without) .{0,30}header|RFC ?5322/i,
        unless: /exceed|limit|SPF|DKIM|DMARC/i,
      },
    ],
    fault: 'ours',
    title: say('The headers of the mail are faulty', 'Las cabeceras del correo son incorrectas'),
    advice: say(
      'A mail has exactly one From and one Date, and one Message-ID. Ours have; look at raw mails and at headers that were added by hand.',
      'Un correo lleva exactamente un From y un Date, y un Message-ID. Los de Heloise los llevan; revisar los correos en bruto y las cabeceras añadidas a mano.',
    ),
    rfc: 'RFC 5322 §3.6',
    passes: false,
  },
  {
    id: 'requiretls',
    when: [
      { enhanced: /^[45]\.7\.30$/, unless: /basic authentication/i },
      { code: /^5/, enhanced: /^(?!5\.7\.30)/, text: /REQUIRETLS/i },
    ],
    fault: 'theirs',
    title: say(
      'The next server cannot keep the mail encrypted',
      'El siguiente servidor no puede mantener el correo cifrado',
    ),
    advice: say(
      'Send it without REQUIRETLS, or have the administrator of that server set up TLS properly.',
      'Enviarlo sin REQUIRETLS, o que el administrador de ese servidor configure bien TLS.',
    ),
    rfc: 'RFC 8689',
    passes: false,
  },
]
