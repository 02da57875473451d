// Causes of refusals that concern proofs of origin: reverse DNS, SPF, DKIM, DMARC, ARC.
import type { ReplyCause } from '../reply-cause.ts'
import { say } from '../words.ts'

export const authenticityCauses: readonly ReplyCause[] = [
  {
    id: 'reverse-dns',
    when: [
      { enhanced: /^[45]\.7\.25$/ },
      { code: /^[45]/, text: /reverse (dns|host ?name|lookup)|\bPTR\b|cannot find your (reverse )?host ?name/i },
    ],
    fault: 'network',
    title: say('This network address has no proper name', 'Esta dirección de red no tiene un nombre propio'),
    advice: say(
      'Whoever provides the address must give it a reverse DNS name that points back to it; or send through your provider.',
      'Quien proporciona la dirección debe darle un nombre DNS inverso que apunte de vuelta a ella; o bien enviar a través del proveedor.',
    ),
    rfc: 'RFC 7372 §3.3',
    passes: false,
  },
  {
    id: 'sender-null-mx',
    when: [{ code: /^[45]/, enhanced: /^[45]\.7\.27$/ }],
    fault: 'ours',
    title: say('The domain of the sender takes no mail', 'El dominio del remitente no recibe correo'),
    advice: say(
      'Its “null MX” record says so, and an answer could never arrive: send from another address.',
      'Lo declara su registro «null MX», y una respuesta no podría llegar nunca: enviar desde otra dirección.',
    ),
    rfc: 'RFC 7505 §4.2',
    passes: false,
  },
  {
    id: 'spf-failed',
    when: [
      { enhanced: /^[45]\.7\.2[34]$/ },
      {
        code: /^[45]/,
        enhanced: /^$|^[45]\.7\.[01]$/,
        text: /\bSPF\b|Sender Policy Framework/i,
        unless: /DKIM|DMARC/i,
      },
    ],
    fault: 'ours',
    title: say('SPF forbids this server to send for the domain', 'SPF prohíbe a este servidor enviar por el dominio'),
    advice: say(
      'Put this network address in the SPF record of the sender’s domain, or send through the server of that domain.',
      'Incluir esta dirección de red en el registro SPF del dominio del remitente o enviar a través del servidor de ese dominio.',
    ),
    rfc: 'RFC 7372 §3.2',
    passes: false,
  },
  {
    id: 'dkim-failed',
    when: [
      { enhanced: /^[45]\.7\.2[0-2]$/ },
      { code: /^[45]/, enhanced: /^$|^[45]\.7\.[01]$/, text: /\bDKIM\b/i, unless: /\bSPF\b|DMARC/i },
    ],
    fault: 'ours',
    title: say('The DKIM signature is missing or broken', 'La firma DKIM falta o no vale'),
    advice: say(
      'Sign with DKIM for the domain in From; if it is signed, something changes the mail on the way.',
      'Firmar con DKIM para el dominio de De (From); si ya va firmado, algo altera el correo por el camino.',
    ),
    rfc: 'RFC 7372 §3.1',
    passes: false,
  },
  {
    id: 'arc-failed',
    when: [{ enhanced: /^[45]\.7\.29$/ }],
    fault: 'theirs',
    title: say('The seals of a forwarder are broken (ARC)', 'Los sellos de un reenviador no valen (ARC)'),
    advice: say(
      'A list or a forwarding changed the mail: send to the person directly.',
      'Una lista o un reenvío alteró el correo: enviar directamente a la persona.',
    ),
    rfc: 'RFC 8617',
    passes: false,
  },
  {
    id: 'sender-unproven',
    when: [
      { enhanced: /^[45]\.7\.26$/ },
      {
        code: /^[45]/,
        enhanced: /^$|^[45]\.(?!7\.2\d)/,
        text: /\bDMARC\b|\bSPF\b.*\bDKIM\b|\bDKIM\b.*\bSPF\b/i,
      },
    ],
    fault: 'ours',
    title: say('The sender could not be proven', 'No se pudo demostrar quién es el remitente'),
    advice: say(
      'The domain of the sender needs SPF, DKIM and DMARC that cover this server: send through the server of that domain.',
      'El dominio del remitente necesita SPF, DKIM y DMARC que incluyan este servidor: enviar a través del servidor de ese dominio.',
    ),
    rfc: 'RFC 7372 §3',
    passes: false,
  },
]
