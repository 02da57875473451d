// What Exchange and Outlook.com mean by their refusals of a recipient, a sender or a network address (learn.microsoft.com).
import type { ReplyCause } from '../../reply-cause.ts'
import { say } from '../../words.ts'

export const microsoftCauses: readonly ReplyCause[] = [
  {
    id: 'microsoft-unknown-user',
    when: [
      { providers: ['microsoft'], code: /^5/, enhanced: /^5\.1\.10$/, unless: /null ?mx/i },
      { providers: ['microsoft'], code: /^5/, enhanced: /^5\.4\.1$/, text: /access denied/i },
      { providers: ['microsoft'], code: /^550$/, enhanced: /^5\.5\.0$/, text: /mailbox unavailable/i },
    ],
    fault: 'ours',
    title: say('Microsoft does not know this mailbox', 'Microsoft no conoce este buzón'),
    advice: say(
      '“Access denied” means the same here: there is no such address. Check its spelling.',
      '«Access denied» significa aquí lo mismo: no existe esa dirección. Comprobar cómo está escrita.',
    ),
    rfc: 'RFC 3463 §3.2',
    passes: false,
  },
  {
    id: 'microsoft-sending-limit',
    when: [
      { providers: ['microsoft'], code: /^5/, enhanced: /^5\.1\.90$/ },
      { providers: ['microsoft'], code: /^5/, enhanced: /^5\.2\.2$/, text: /submission quota/i },
    ],
    fault: 'ours',
    title: say('The daily sending limit of Microsoft is used up', 'Se agotó el límite diario de envío de Microsoft'),
    advice: say(
      'Wait 24 hours. If you did not send so much, change the password: somebody else may be using the account.',
      'Esperar 24 horas. Si no se ha enviado tanto, cambiar la contraseña: puede que otra persona use la cuenta.',
    ),
    rfc: null,
    passes: true,
  },
  {
    id: 'microsoft-outlook-block',
    when: [{ providers: ['microsoft'], code: /^5/, text: /\(S31[45]\d\)/i }],
    fault: 'network',
    title: say('Outlook.com blocks this network address', 'Outlook.com bloquea esta dirección de red'),
    advice: say(
      'It, or its whole neighbourhood, is on Microsoft’s own block list. Whoever runs the network asks for removal with the form at olcsupport.office.com; until then send through a provider.',
      'Ella o todo su entorno está en la lista de bloqueo propia de Microsoft. Quien gestiona la red pide la baja con el formulario de olcsupport.office.com; mientras tanto, enviar a través de un proveedor.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-banned',
    when: [{ providers: ['microsoft'], code: /^5/, enhanced: /^5\.7\.511$/ }],
    fault: 'ours',
    title: say('Microsoft 365 has banned this sender', 'Microsoft 365 ha vetado a este remitente'),
    advice: say(
      'Forward the answer of the server to delist@microsoft.com; the web form does not lift this one.',
      'Reenviar la respuesta del servidor a delist@microsoft.com: el formulario web no levanta este bloqueo.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-delist',
    when: [{ providers: ['microsoft'], code: /^5/, enhanced: /^5\.7\.6(0[6-9]|[1-4]\d)$/ }],
    fault: 'network',
    title: say('Microsoft 365 blocks this network address', 'Microsoft 365 bloquea esta dirección de red'),
    advice: say(
      'Ask for removal at sender.office.com, after ending whatever brought the address there.',
      'Pedir la baja en sender.office.com, después de eliminar lo que llevó la dirección a la lista.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-new-tenant',
    when: [{ providers: ['microsoft'], code: /^5/, enhanced: /^5\.7\.70[58]$/ }],
    fault: 'ours',
    title: say('Microsoft does not trust this organization yet', 'Microsoft aún no confía en esta organización'),
    advice: say(
      'New organizations may send little, and some are stopped altogether: contact Microsoft support.',
      'Las organizaciones nuevas pueden enviar poco y a algunas se las detiene del todo: contactar con el soporte de Microsoft.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-throttled',
    when: [{ providers: ['microsoft'], code: /^4/, enhanced: /^4\.7\.[56]\d\d$/ }],
    fault: 'network',
    title: say('Microsoft slows this network address down', 'Microsoft frena esta dirección de red'),
    advice: say(
      'It does not know the address well enough. Send again later, more slowly, and raise the number of mails over days.',
      'Aún no conoce bien la dirección. Volver a enviar más tarde, más despacio, y aumentar la cantidad a lo largo de los días.',
    ),
    rfc: null,
    passes: true,
  },
  {
    id: 'microsoft-sender-rules',
    when: [{ providers: ['microsoft'], code: /^5/, enhanced: /^5\.7\.515$/ }],
    fault: 'ours',
    title: say('Outlook.com wants the domain proven', 'Outlook.com quiere que se demuestre el dominio'),
    advice: say(
      'Who sends much needs all three for the domain in From: SPF, DKIM and DMARC, aligned with each other.',
      'Quien envía mucho necesita los tres para el dominio de De (From): SPF, DKIM y DMARC, alineados entre sí.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-dmarc-reject',
    when: [{ providers: ['microsoft'], code: /^5/, enhanced: /^5\.7\.509$/ }],
    fault: 'ours',
    title: say('Microsoft obeys the sender’s DMARC policy', 'Microsoft cumple la política DMARC del remitente'),
    advice: say(
      'The domain in From asks to refuse what SPF and DKIM do not prove: send through the server of that domain.',
      'El dominio de De (From) pide rechazar lo que SPF y DKIM no demuestran: enviar a través del servidor de ese dominio.',
    ),
    rfc: null,
    passes: false,
  },
  {
    id: 'microsoft-ipv6-unproven',
    when: [{ providers: ['microsoft'], enhanced: /^[45]\.7\.26$/ }],
    fault: 'network',
    title: say('Microsoft takes IPv6 from proven senders only', 'Microsoft solo acepta IPv6 de remitentes demostrados'),
    advice: say(
      'Over IPv6 the mail must pass SPF or DKIM: set one of them up, or connect over IPv4.',
      'Por IPv6 el correo debe cumplir SPF o DKIM: configurar uno de ellos o conectar por IPv4.',
    ),
    rfc: null,
    passes: false,
  },
]
