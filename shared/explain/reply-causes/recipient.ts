// Causes of refusals that concern a recipient.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const recipientCauses: readonly ReplyCause[] = [
  {
    id: 'domain-takes-no-mail',
    when: [
      { enhanced: /^[45]\.1\.10$/, unless: /not ?found|unknown|no such|does not exist/i },
      { code: /^556$/, enhanced: /^(?!5\.1\.10)/ },
    ],
    fault: 'recipient',
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
      {
        stages: ['rcpt'],
        code: /^[45]/,
        text: /(domain|host)( name)? (not found|unknown|does not exist)/i,
        unless: /sender (address|domain)/i,
      },
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
      { enhanced: /^[45]\.2\.2$/, unless: /submission|sending/i },
      {
        code: /^[45]/,
        text: /over ?quota|quota exceeded|mailbox (is )?full|exceeded.{0,30}(storage|quota)/i,
        unless: /submission|sending/i,
      },
    ],
    fault: 'recipient',
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
      { stages: ['rcpt', 'data'], enhanced: /^[45]\.2\.1$/, unless: /rate\b|quickly|too (fast|much|many)/i },
      { stages: ['rcpt'], text: /(account|mailbox|user)( is| has been)? (disabled|inactive|suspended|closed)/i },
    ],
    fault: 'recipient',
    title: say('The mailbox takes no mail now', 'El buzón no acepta correo ahora'),
    advice: say(
      'The account is closed or paused; reach the person another way.',
      'La cuenta está cerrada o en pausa; contactar con la persona por otra vía.',
    ),
    rfc: 'RFC 3463 §3.3',
    passes: false,
  },
  {
    id: 'mailbox-busy',
    when: [
      { enhanced: /^[45]\.2\.1$/, text: /rate\b|quickly|too (fast|much|many)/i },
      { code: /^[45]/, enhanced: /^[45]\.2\.12[12]$/ },
      { code: /^432$/, enhanced: /^4\.3\.2$/ },
    ],
    fault: 'recipient',
    title: say('The mailbox gets mail too fast', 'El buzón recibe correo demasiado deprisa'),
    advice: say(
      'The server lets only so much mail an hour into one mailbox: send again later.',
      'El servidor solo admite cierta cantidad de correo por hora en un buzón: volver a enviar más tarde.',
    ),
    rfc: 'RFC 3463 §3.3',
    passes: true,
  },
  {
    id: 'unknown-user',
    when: [
      { stages: ['rcpt', 'data'], code: /^5/, enhanced: /^5\.1\.(1|3|6)$/ },
      {
        stages: ['rcpt', 'data'],
        code: /^5/,
        text: /user unknown|unknown (user|recipient|local)|no such (user|mailbox|recipient|address|person)|does ?n.t (exist|have an? .{0,30}account)|(account|user|mailbox|recipient|address).{0,40}does not exist|unrouteable address|invalid (recipient|mailbox)|mailbox (not found|unavailable)|recipient ?(not ?found|unknown)/i,
        unless: /sender|domain/i,
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
]
