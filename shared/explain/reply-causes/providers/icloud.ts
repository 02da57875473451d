// What Apple's iCloud servers mean by their refusals.
import type { ReplyCause } from '../../reply-cause.ts'
import { say } from '../../words.ts'

export const icloudCauses: readonly ReplyCause[] = [
  {
    id: 'icloud-app-password',
    when: [{ providers: ['icloud'], code: /^53[45]$/, unless: /too many/i }],
    fault: 'ours',
    title: say('Apple wants an app-specific password', 'Apple pide una contraseña específica de app'),
    advice: say(
      'The password of the Apple account does not work here: create an app-specific password at account.apple.com. The user is the whole address.',
      'La contraseña de la cuenta de Apple no sirve aquí: crear una contraseña específica de app en account.apple.com. El usuario es la dirección completa.',
    ),
    rfc: 'RFC 4954 §6',
    passes: false,
  },
  {
    id: 'icloud-local-policy',
    when: [{ providers: ['icloud'], code: /^5/, text: /\[CS\d\d\]|local policy/i, unless: /DMARC/i }],
    fault: 'ours',
    title: say('Apple’s rules forbid this mail', 'Las reglas de Apple prohíben este correo'),
    advice: say(
      'Check SPF, DKIM and the block lists; then write to icloudadmin@apple.com with the log of the session.',
      'Comprobar SPF, DKIM y las listas de bloqueo; después escribir a icloudadmin@apple.com con el registro de la sesión.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'icloud-rate',
    when: [{ providers: ['icloud'], code: /^4[25]1$/, enhanced: /^4\.7\.1$/ }],
    fault: 'ours',
    title: say('Apple slows this sender down', 'Apple frena a este remitente'),
    advice: say(
      'Too much mail came at once: send again later, more slowly. If it stays, write to icloudadmin@apple.com with the log.',
      'Llegó demasiado correo de golpe: volver a enviar más tarde y más despacio. Si se repite, escribir a icloudadmin@apple.com con el registro.',
    ),
    rfc: null,
    passes: true,
  },
  {
    id: 'icloud-dmarc',
    when: [{ providers: ['icloud'], code: /^5/, text: /DMARC/i }],
    fault: 'ours',
    title: say('Apple obeys the sender’s DMARC policy', 'Apple cumple la política DMARC del remitente'),
    advice: say(
      'The domain in From asks to refuse what SPF and DKIM do not prove: send through the server of that domain.',
      'El dominio de De (From) pide rechazar lo que SPF y DKIM no demuestran: enviar a través del servidor de ese dominio.',
    ),
    rfc: null,
    passes: false,
  },
]
