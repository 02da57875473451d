// Causes of refusals that concern who may send what to whom: relaying, reputation, proofs of origin.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const policyCauses: readonly ReplyCause[] = [
  {
    id: 'sender-not-yours',
    when: [
      {
        code: /^55[034]$/,
        text: /not owned by user|send ?as|not allowed to send (as|from)|sender address rejected: not/i,
      },
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
      { code: /^[45]/, text: /sender (address|domain).{0,40}(not found|does not (exist|resolve))/i },
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
        text: /relay(ing)?( access)? (denied|not permitted|not allowed|prohibited)|unable to relay|not permitted to relay|we do not relay/i,
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
      { code: /^45[01]$/, enhanced: /^4\.7\.1$/, text: /later|retry|minutes|seconds|temporar|defer|wait/i },
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
    fault: 'ours',
    title: say('This network address is on a block list', 'Esta dirección de red está en una lista de bloqueo'),
    advice: say(
      'From a home connection, send through your provider on 587 or 465. For a server, follow the link in the answer to be removed.',
      'Desde una conexión doméstica, enviar a través del proveedor por 587 o 465. Para un servidor, seguir el enlace de la respuesta y pedir la baja.',
    ),
    rfc: 'RFC 5782 §2.1',
    passes: false,
  },
  {
    id: 'reverse-dns',
    when: [
      { enhanced: /^[45]\.7\.25$/ },
      { code: /^[45]/, text: /reverse (dns|host ?name|lookup)|\bPTR\b|cannot find your (reverse )?host ?name/i },
    ],
    fault: 'ours',
    title: say('This network address has no proper name', 'Esta dirección de red no tiene un nombre propio'),
    advice: say(
      'Whoever provides the address must give it a reverse DNS name that points back to it; or send through your provider.',
      'Quien proporciona la dirección debe darle un nombre DNS inverso que apunte de vuelta a ella; o bien enviar a través del proveedor.',
    ),
    rfc: 'RFC 7372 §3.3',
    passes: false,
  },
  {
    id: 'sender-unproven',
    when: [{ enhanced: /^[45]\.7\.2[0-46]$/ }, { code: /^[45]/, text: /\b(SPF|DKIM|DMARC)\b/ }],
    fault: 'ours',
    title: say('The sender could not be proven', 'No se pudo demostrar quién es el remitente'),
    advice: say(
      'The domain of the sender needs SPF, DKIM and DMARC that cover this server: send through the server of that domain.',
      'El dominio del remitente necesita SPF, DKIM y DMARC que incluyan este servidor: enviar a través del servidor de ese dominio.',
    ),
    rfc: 'RFC 7372 §3',
    passes: false,
  },
  {
    id: 'too-fast',
    when: [
      { enhanced: /^[45]\.7\.28$/ },
      { code: /^4/, text: /rate[- ]?limit|too (fast|quickly|many (mails|messages))|unusual rate/i },
    ],
    fault: 'ours',
    title: say('Too many mails in a short time', 'Demasiados correos en poco tiempo'),
    advice: say('Wait an hour, then send more slowly.', 'Esperar una hora y después enviar más despacio.'),
    rfc: 'RFC 3463 §3.8',
    passes: true,
  },
  {
    id: 'client-refused',
    when: [
      { code: /^5/, text: /client host rejected|your (ip|host|address).{0,30}(rejected|denied|refused|blocked)/i },
    ],
    fault: 'ours',
    title: say('The server does not talk to this address', 'El servidor no habla con esta dirección'),
    advice: say(
      'Log in, or ask the administrator to allow this network.',
      'Iniciar sesión o pedir al administrador que permita esta red.',
    ),
    rfc: 'RFC 3463 §3.8',
    passes: false,
  },
]
