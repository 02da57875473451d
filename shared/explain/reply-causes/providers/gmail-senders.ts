// Google's rules for senders: each has a code of its own, and IANA gives some of these codes another meaning.
import type { ReplyCause } from '../../reply-cause.ts'
import { say } from '../../words.ts'

export const gmailSenderCauses: readonly ReplyCause[] = [
  {
    id: 'gmail-dmarc-reject',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.26$/, text: /DMARC/i }],
    fault: 'ours',
    title: say(
      'The DMARC policy of the sender forbids this mail',
      'La política DMARC del remitente prohíbe este correo',
    ),
    advice: say(
      'Send through the server of the domain in From, or have that domain cover this server by SPF or DKIM.',
      'Enviar a través del servidor del dominio de De (From), o hacer que ese dominio incluya este servidor en SPF o DKIM.',
    ),
    rfc: 'RFC 7372 §3.4',
    passes: false,
  },
  {
    id: 'gmail-spf-reject',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.26$/, text: /hard ?fail|-all/i, unless: /DMARC/i }],
    fault: 'ours',
    title: say(
      'The SPF record of the sender forbids this server',
      'El registro SPF del remitente prohíbe este servidor',
    ),
    advice: say(
      'It ends in “-all” and does not name this network address: add the address to it, or send through a server that it names.',
      'Termina en «-all» y no incluye esta dirección de red: añadirla, o enviar a través de un servidor que sí incluya.',
    ),
    rfc: 'RFC 7372 §3.4',
    passes: false,
  },
  {
    id: 'gmail-unauthenticated',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.26$/, unless: /DMARC|hard ?fail|-all/i }],
    fault: 'ours',
    title: say('Neither SPF nor DKIM proves the sender', 'Ni SPF ni DKIM demuestran quién es el remitente'),
    advice: say(
      'Google wants at least one: put this server in the SPF record of the domain, or sign the mails with DKIM.',
      'Google exige al menos uno: incluir este servidor en el registro SPF del dominio o firmar los correos con DKIM.',
    ),
    rfc: 'RFC 7372 §3.4',
    passes: false,
  },
  {
    id: 'gmail-spf',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.27$/ }],
    fault: 'ours',
    title: say('SPF does not pass at Google', 'SPF no se cumple en Google'),
    advice: say(
      'Put this server in the SPF record of the sender’s domain.',
      'Incluir este servidor en el registro SPF del dominio del remitente.',
    ),
    rfc: 'RFC 7208 §3',
    passes: false,
  },
  {
    id: 'gmail-dkim',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.30$/ }],
    fault: 'ours',
    title: say('DKIM does not pass at Google', 'DKIM no se cumple en Google'),
    advice: say(
      'Sign the mails with DKIM and publish the key in the DNS of the domain; if they are signed, something changes them on the way.',
      'Firmar los correos con DKIM y publicar la clave en el DNS del dominio; si ya van firmados, algo los altera por el camino.',
    ),
    rfc: 'RFC 6376 §6.1',
    passes: false,
  },
  {
    id: 'gmail-no-tls',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.29$/ }],
    fault: 'ours',
    title: say('Google wants this mail over TLS', 'Google quiere este correo por TLS'),
    advice: say(
      'Send with encryption: set the security of the profile to STARTTLS.',
      'Enviar con cifrado: cambiar la seguridad del perfil a STARTTLS.',
    ),
    rfc: 'RFC 3207 §4',
    passes: false,
  },
  {
    id: 'gmail-alignment',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.32$/ }],
    fault: 'ours',
    title: say('From is not the domain that was proven', 'De (From) no es el dominio demostrado'),
    advice: say(
      'SPF or DKIM must pass for the very domain in From: sign with that domain, or use it in the envelope.',
      'SPF o DKIM debe cumplirse para el mismo dominio de De (From): firmar con ese dominio o usarlo en el sobre.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'gmail-no-dmarc',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.40$/ }],
    fault: 'ours',
    title: say('The sender’s domain has no DMARC policy', 'El dominio del remitente no tiene política DMARC'),
    advice: say(
      'Publish one for the domain in From, if only “v=DMARC1; p=none”.',
      'Publicar una para el dominio de De (From), aunque solo sea «v=DMARC1; p=none».',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'gmail-spf-too-wide',
    when: [{ providers: ['gmail'], enhanced: /^[45]\.7\.24$/ }],
    fault: 'ours',
    title: say('The SPF record lets almost anybody send', 'El registro SPF permite enviar a casi cualquiera'),
    advice: say(
      'Take out entries such as “+all” or very large networks, and name your own servers alone.',
      'Quitar entradas como «+all» o redes enormes y dejar solo los servidores propios.',
    ),
    rfc: 'RFC 7208 §5.1',
    passes: false,
  },
]
