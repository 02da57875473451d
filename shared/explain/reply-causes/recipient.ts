// Causes of refusals that concern a recipient or the mail itself.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const recipientCauses: readonly ReplyCause[] = [
  {
    id: 'domain-takes-no-mail',
    when: [{ enhanced: /^[45]\.1\.10$/, text: /null ?mx/i }, { code: /^556$/ }],
    fault: 'theirs',
    title: say('This domain takes no mail', 'Este dominio no recibe correo'),
    advice: say(
      'Check the address; this one cannot receive mail.',
      'Comprobar la dirección: esta no puede recibir correo.',
    ),
    rfc: 'RFC 7505 §3',
    passes: false,
  },
  {
    id: 'domain-unknown',
    when: [
      { stages: ['rcpt', 'data'], enhanced: /^[45]\.1\.2$/ },
      { stages: ['rcpt'], text: /(domain|host)( name)? (not found|unknown|does not exist)/i },
    ],
    fault: 'ours',
    title: say('There is no such domain', 'Ese dominio no existe'),
    advice: say(
      'Check the spelling of the part after the @.',
      'Comprobar cómo está escrita la parte que sigue a la @.',
    ),
    rfc: 'RFC 3463 §3.2',
    passes: false,
  },
  {
    id: 'mailbox-full',
    when: [
      { enhanced: /^[45]\.2\.2$/ },
      { code: /^[45]/, text: /over ?quota|quota exceeded|mailbox (is )?full|exceeded.{0,30}(storage|quota)/i },
    ],
    fault: 'theirs',
    title: say('The mailbox is full', 'El buzón está lleno'),
    advice: say(
      'Only the recipient can make room. Reach them another way, or try again later.',
      'Solo el destinatario puede hacer sitio. Avisar por otra vía o probar más tarde.',
    ),
    rfc: 'RFC 3463 §3.3',
    passes: true,
  },
  {
    id: 'mailbox-closed',
    when: [
      { stages: ['rcpt', 'data'], enhanced: /^[45]\.2\.1$/ },
      { stages: ['rcpt'], text: /(account|mailbox|user)( is| has been)? (disabled|inactive|suspended|closed)/i },
    ],
    fault: 'theirs',
    title: say('The mailbox takes no mail now', 'El buzón no acepta correo ahora'),
    advice: say(
      'The account is closed or paused; reach the person another way.',
      'La cuenta está cerrada o en pausa; contactar con la persona por otra vía.',
    ),
    rfc: 'RFC 3463 §3.3',
    passes: false,
  },
  {
    id: 'unknown-user',
    when: [
      { stages: ['rcpt', 'data'], code: /^5/, enhanced: /^5\.1\.(1|3|6|10)$/ },
      {
        stages: ['rcpt'],
        code: /^5/,
        text: /user unknown|unknown (user|recipient|local)|no such (user|mailbox|recipient|address|person)|does ?n.t (exist|have an? .{0,30}account)|does not exist|unrouteable address|invalid (recipient|mailbox)|mailbox (not found|unavailable)|recipient (not found|unknown)/i,
      },
      { stages: ['rcpt'], code: /^551$/ },
    ],
    fault: 'ours',
    title: say('There is no such mailbox', 'Ese buzón no existe'),
    advice: say('Check the spelling of the address.', 'Comprobar cómo está escrita la dirección.'),
    rfc: 'RFC 3463 §3.2',
    passes: false,
  },
  {
    id: 'too-many-recipients',
    when: [
      { code: /^[45]/, enhanced: /^[45]\.5\.3$/ },
      { stages: ['rcpt'], text: /too many recipients/i },
    ],
    fault: 'ours',
    title: say('Too many recipients at once', 'Demasiados destinatarios a la vez'),
    advice: say('Send to fewer people at a time.', 'Enviar a menos personas cada vez.'),
    rfc: 'RFC 5321 §4.5.3.1.10',
    passes: false,
  },
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
      { code: /^45/, enhanced: /^4\.3\.1$/ },
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
    when: [{ enhanced: /^5\.4\.6$/ }, { code: /^5/, text: /too many hops|mail loop|loop detected/i }],
    fault: 'theirs',
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
