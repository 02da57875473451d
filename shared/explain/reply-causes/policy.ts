// Causes of refusals that concern who may send what to whom: relaying, reputation, the pace.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const policyCauses: readonly ReplyCause[] = [
  {
    id: 'sender-not-yours',
    when: [
      {
        code: /^55[034]$/,
        text: /not owned by user|send ?as|not allowed to send (as|from)|sender address rejected: not|permissions? to send as/i,
      },
      { providers: ['microsoft'], code: /^55/, enhanced: /^5\.(2\.252|7\.60)$/, unless: /send ?as/i },
    ],
    fault: 'ours',
    title: say('This login may not send as that address', 'Esta cuenta no puede enviar con esa dirección'),
    advice: say(
      'Send as the address that belongs to the login, or have the administrator allow the other one.',
      'Enviar con la dirección que corresponde a la cuenta o pedir al administrador que permita la otra.',
    ),
    rfc: 'RFC 6409 §6.1',
    passes: false,
  },
  {
    id: 'sender-domain',
    when: [
      { stages: ['mail', 'rcpt'], enhanced: /^[45]\.1\.8$/ },
      { code: /^[45]/, text: /sender (address|domain).{0,60}(not found|does not (exist|resolve))/i },
      { stages: ['mail'], code: /^[45]/, text: /domain (not found|does not (exist|resolve))/i },
    ],
    fault: 'ours',
    title: say('The domain of the sender cannot be found', 'No se encuentra el dominio del remitente'),
    advice: say(
      'Check the sender address; the server looked its domain up in DNS and found nothing.',
      'Comprobar la dirección del remitente: el servidor buscó su dominio en el DNS y no encontró nada.',
    ),
    rfc: 'RFC 3463 §3.2',
    passes: false,
  },
  {
    id: 'relay-denied',
    when: [
      {
        code: /^[45]/,
        text: /relay(ing)?( access)? (is )?(denied|not permitted|not allowed|prohibited)|unable to relay|not permitted to relay|we do not relay|TenantAttribution/i,
      },
      {
        providers: ['microsoft'],
        code: /^5/,
        enhanced: /^5\.7\.(54|64)$/,
        unless: /unable to relay|relay(ing)? (access )?denied|TenantAttribution/i,
      },
    ],
    fault: 'ours',
    title: say('The server does not pass mail on for us', 'El servidor no reenvía nuestro correo'),
    advice: say(
      'Log in, on 587 or 465. Without a login a server takes mail only for its own domains.',
      'Iniciar sesión, en 587 o 465. Sin iniciar sesión, un servidor solo acepta correo para sus propios dominios.',
    ),
    rfc: 'RFC 5321 §7.9',
    passes: false,
  },
  {
    id: 'greylisted',
    when: [
      { code: /^4/, text: /gr[ae]y[- ]?list/i },
      {
        code: /^45[01]$/,
        enhanced: /^4\.7\.1$/,
        text: /later|retry|minutes|seconds|temporar|defer|wait/i,
        unless: /rate|volume|too (many|fast|much)|block|relay|SPF|DKIM|DMARC|PTR|host ?name/i,
      },
      { code: /^45[01]$/, enhanced: /^4\.2\.0$/ },
    ],
    fault: 'theirs',
    title: say('Greylisted: strangers have to try twice', 'Lista gris: los desconocidos deben intentarlo dos veces'),
    advice: say(
      'Nothing is wrong. Send it again in 5 to 15 minutes.',
      'No es ningún error. Volver a enviarlo dentro de 5 a 15 minutos.',
    ),
    rfc: 'RFC 6647 §2',
    passes: true,
  },
  {
    id: 'blocklisted',
    when: [
      {
        code: /^[45]/,
        text: /block(ed)? (using|by|list)|blacklist|blocklist|dnsbl|\brbl\b|spamhaus|spamcop|barracuda|listed (at|by|in|on)\b/i,
      },
    ],
    fault: 'network',
    title: say('This network address is on a block list', 'Esta dirección de red está en una lista de bloqueo'),
    advice: say(
      'From a home connection, send through your provider on 587 or 465. For a server, follow the link in the answer to be removed.',
      'Desde una conexión doméstica, enviar a través del proveedor por 587 o 465. Para un servidor, seguir el enlace de la respuesta y pedir la baja.',
    ),
    rfc: 'RFC 5782 §2.1',
    passes: false,
  },
  {
    id: 'client-refused',
    when: [
      {
        code: /^5/,
        text: /client host rejected: access|your (ip|host|address).{0,30}(rejected|denied|refused|blocked)/i,
        unless: /block(ed)? (using|by|list)|spamhaus|host ?name/i,
      },
    ],
    fault: 'network',
    title: say('The server does not talk to this address', 'El servidor no habla con esta dirección'),
    advice: say(
      'Log in, or ask the administrator to allow this network.',
      'Iniciar sesión o pedir al administrador que permita esta red.',
    ),
    rfc: 'RFC 3463 §3.8',
    passes: false,
  },
  {
    id: 'too-fast',
    when: [
      { enhanced: /^[45]\.7\.28$/ },
      {
        code: /^4/,
        text: /rate[- ]?limit|too (fast|quickly|many (mails|messages))|unusual rate|excessive volume/i,
        unless: /connection|recipient|user you are trying|SPF|DKIM|DMARC/i,
      },
    ],
    fault: 'ours',
    title: say('Too many mails in a short time', 'Demasiados correos en poco tiempo'),
    advice: say('Wait an hour, then send more slowly.', 'Esperar una hora y después enviar más despacio.'),
    rfc: 'RFC 3463 §3.8',
    passes: true,
  },
  {
    id: 'sending-limit',
    when: [
      {
        code: /^[45]/,
        text: /(daily|sending|submission)( user)?( sending| message)? (limit|quota)( is| has been)? (exceeded|reached)|reached your (daily )?limit/i,
      },
    ],
    fault: 'ours',
    title: say('The sending limit of the account is used up', 'Se agotó el límite de envío de la cuenta'),
    advice: say(
      'Wait 24 hours. If you did not send so much, change the password: somebody else may be using the account.',
      'Esperar 24 horas. Si no se ha enviado tanto, cambiar la contraseña: puede que otra persona use la cuenta.',
    ),
    rfc: null,
    passes: true,
  },
]
