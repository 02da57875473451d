// Keywords that no registry lists, or lists no longer, but that known servers send.
import { type Explanation, explain } from './explanation.ts'
import { say } from './words.ts'

const exchange = explain(
  say('Between Exchange servers', 'Entre servidores Exchange'),
  say(
    'Microsoft Exchange uses it among its own servers; other clients pass over it.',
    'Microsoft Exchange la usa entre sus propios servidores; los demás clientes la pasan por alto.',
  ),
  null,
)
const obsolete = explain(
  say('An obsolete command', 'Una orden obsoleta'),
  say(
    'From the first days of SMTP; nobody uses it any more, and no server should offer it.',
    'De los primeros tiempos de SMTP; ya nadie la usa y ningún servidor debería ofrecerla.',
  ),
  'RFC 5321 App. F',
)
const proxyOnly = explain(
  say('For trusted proxies', 'Para proxies de confianza'),
  say(
    'A Postfix extension by which a proxy tells for which client it speaks. Strangers should not be offered it.',
    'Extensión de Postfix con la que un proxy indica por qué cliente habla. No debería ofrecerse a desconocidos.',
  ),
  null,
)

export const localKeywords: Readonly<Record<string, Explanation>> = {
  UTF8SMTP: explain(
    say('Addresses in every script, first attempt', 'Direcciones en cualquier alfabeto, primer intento'),
    say(
      'The experimental forerunner of SMTPUTF8; no longer in use.',
      'El precursor experimental de SMTPUTF8; ya no se usa.',
    ),
    'RFC 5336',
  ),
  PIPECONNECT: explain(
    say('Early pipelining', 'Órdenes anticipadas'),
    say(
      'An Exim extension: a client that knows the server need not wait for its greeting.',
      'Extensión de Exim: un cliente que conoce el servidor no tiene que esperar su saludo.',
    ),
    null,
  ),
  PRDR: explain(
    say('An answer for each recipient', 'Una respuesta por destinatario'),
    say(
      'After the mail the server can accept or refuse it for each recipient apart.',
      'Tras el correo, el servidor puede aceptarlo o rechazarlo por separado para cada destinatario.',
    ),
    null,
  ),
  XCLIENT: proxyOnly,
  XFORWARD: proxyOnly,
  XVERP: explain(
    say('Bounces by recipient', 'Devoluciones por destinatario'),
    say(
      'A Postfix extension: bounces come back to an address that names the recipient.',
      'Extensión de Postfix: las devoluciones vuelven a una dirección que nombra al destinatario.',
    ),
    null,
  ),
  VERB: obsolete,
  ONEX: obsolete,
  TURN: obsolete,
  SEND: obsolete,
  SOML: obsolete,
  SAML: obsolete,
  XEXCH50: exchange,
  XRDST: exchange,
  XSHADOW: exchange,
  XOORG: exchange,
  XPROXY: exchange,
  XPROXYTO: exchange,
  'X-EXPS': exchange,
  'X-LINK2STATE': exchange,
  'X-ANONYMOUSTLS': exchange,
}
