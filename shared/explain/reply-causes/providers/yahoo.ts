// What Yahoo's and AOL's servers mean by their refusals (senders.yahooinc.com/smtp-error-codes).
import type { ReplyCause } from '../../reply-cause.ts'
import { say } from '../../words.ts'

export const yahooCauses: readonly ReplyCause[] = [
  {
    id: 'yahoo-app-password',
    when: [{ providers: ['yahoo'], code: /^53[45]$/, unless: /too many/i }],
    fault: 'ours',
    title: say('Yahoo and AOL want an app password', 'Yahoo y AOL piden una contraseña de aplicación'),
    advice: say(
      'The password of the web page does not work here: create an app password under Account security. The user is the whole address.',
      'La contraseña de la web no sirve aquí: crear una contraseña de aplicación en Seguridad de la cuenta. El usuario es la dirección completa.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'yahoo-unknown-user',
    when: [{ providers: ['yahoo'], code: /^55/, text: /\bdd\b.{0,20}user|does ?n.t have an? .{0,20}account/i }],
    fault: 'ours',
    title: say('Yahoo does not know this mailbox', 'Yahoo no conoce este buzón'),
    advice: say(
      'Check the spelling of the address; take it off your lists if it is right.',
      'Comprobar cómo está escrita la dirección; si es correcta, quitarla de las listas.',
    ),
    rfc: 'RFC 3463 §3.2',
    passes: false,
  },
  {
    id: 'yahoo-put-off',
    when: [{ providers: ['yahoo'], code: /^4/, text: /\[(TSS\d\d|TS0[0-24-9])\]/i }],
    fault: 'ours',
    title: say('Yahoo slows this sender down', 'Yahoo frena a este remitente'),
    advice: say(
      'It saw much mail or complaints of recipients. Send again after some hours, more slowly, and only to people who want it.',
      'Ha visto muchos correos o quejas de destinatarios. Volver a enviar al cabo de unas horas, más despacio y solo a quien quiera recibirlo.',
    ),
    rfc: null,
    passes: true,
  },
  {
    id: 'yahoo-blocked',
    when: [
      { providers: ['yahoo'], code: /^4/, text: /\[TS03\]/i },
      { providers: ['yahoo'], code: /^5/, text: /\[TSS?\d\d\]/i },
    ],
    fault: 'ours',
    title: say('Yahoo blocks this sender', 'Yahoo bloquea a este remitente'),
    advice: say(
      'Sending again does not help. End the cause of the complaints, then ask for help with the form at senders.yahooinc.com.',
      'Repetir el envío no ayuda. Eliminar la causa de las quejas y después pedir ayuda con el formulario de senders.yahooinc.com.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'yahoo-policy',
    when: [{ providers: ['yahoo'], code: /^55/, enhanced: /^5\.7\.9$/ }],
    fault: 'ours',
    title: say('Yahoo’s rules forbid this mail', 'Las reglas de Yahoo prohíben este correo'),
    advice: say(
      'The domain in From asks to refuse what SPF and DKIM do not prove, or the content is suspect: send through the server of that domain.',
      'El dominio de De (From) pide rechazar lo que SPF y DKIM no demuestran, o el contenido es sospechoso: enviar a través del servidor de ese dominio.',
    ),
    rfc: null,
    passes: false,
  },
]
