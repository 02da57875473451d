// The keywords of an EHLO answer: what each offers, and what its parameters mean.
import type { Capability } from '../values/capability.ts'
import type { Words } from '../values/settings.ts'
import { type Explanation, explain, withMore } from './explanation.ts'
import { limitsText, mechanismsText, sizeText } from './keyword-parameters.ts'
import { localKeywords } from './local-keywords.ts'
import { say } from './words.ts'

/** The registry of IANA, with the keywords it has made obsolete. */
export const keywordTexts: Readonly<Record<string, Explanation>> = {
  '8BITMIME': explain(
    say('8-bit text', 'Texto de 8 bits'),
    say(
      'Mails may hold accents and other 8-bit characters without being recoded.',
      'Los correos pueden llevar acentos y otros caracteres de 8 bits sin recodificar.',
    ),
    'RFC 6152 §2',
  ),
  ATRN: explain(
    say('Fetch mail by turning round', 'Recoger correo cambiando los papeles'),
    say(
      'A client that has logged in can have the mail of its domain handed over.',
      'Un cliente que ha iniciado sesión puede pedir el correo de su dominio.',
    ),
    'RFC 2645',
  ),
  AUTH: explain(
    say('Login', 'Inicio de sesión'),
    say('Clients can log in.', 'Los clientes pueden iniciar sesión.'),
    'RFC 4954 §3',
  ),
  BINARYMIME: explain(
    say('Binary mails', 'Correos binarios'),
    say(
      'Attachments may travel without base64, which saves a third; needs CHUNKING.',
      'Los adjuntos pueden viajar sin base64, lo que ahorra un tercio; necesita CHUNKING.',
    ),
    'RFC 3030 §3',
  ),
  BURL: explain(
    say('Take mail from IMAP', 'Tomar correo de IMAP'),
    say(
      'The server can fetch the text of a mail from an IMAP server itself.',
      'El servidor puede recoger por sí mismo el texto de un correo de un servidor IMAP.',
    ),
    'RFC 4468 §3',
  ),
  CHECKPOINT: explain(
    say('Resume a broken transfer', 'Reanudar una entrega cortada'),
    say('A mail whose transfer broke off can be continued.', 'Un correo cuya entrega se cortó se puede continuar.'),
    'RFC 1845',
  ),
  CHUNKING: explain(
    say('Mail in pieces', 'Correo por trozos'),
    say(
      'BDAT may replace DATA: pieces of known length instead of a final dot.',
      'BDAT puede sustituir a DATA: trozos de longitud conocida en lugar de un punto final.',
    ),
    'RFC 3030 §2',
  ),
  CONNEG: explain(
    say('What the recipient can show', 'Qué puede mostrar el destinatario'),
    say(
      'The server tells what content a recipient can take.',
      'El servidor indica qué contenido admite un destinatario.',
    ),
    'RFC 4141',
  ),
  CONPERM: explain(
    say('Permission to convert', 'Permiso para convertir'),
    say(
      'The sender can allow the content to be converted on the way.',
      'El remitente puede permitir que el contenido se convierta por el camino.',
    ),
    'RFC 4141',
  ),
  DELIVERBY: explain(
    say('Deliver by a time', 'Entregar antes de una hora'),
    say(
      'A mail can carry a time by which it must arrive. The number is the shortest time in seconds.',
      'Un correo puede llevar un plazo de entrega. El número es el plazo mínimo en segundos.',
    ),
    'RFC 2852',
  ),
  DSN: explain(
    say('Delivery reports', 'Informes de entrega'),
    say(
      'One can ask for a report on success, failure or delay.',
      'Se puede pedir un informe de éxito, fallo o retraso.',
    ),
    'RFC 3461 §4',
  ),
  ENHANCEDSTATUSCODES: explain(
    say('Exact reply codes', 'Códigos de respuesta exactos'),
    say(
      'Answers carry a second code such as 5.1.1, which names the cause more exactly.',
      'Las respuestas llevan un segundo código, como 5.1.1, que indica la causa con más exactitud.',
    ),
    'RFC 2034 §3',
  ),
  ETRN: explain(
    say('Start a delivery', 'Iniciar una entrega'),
    say(
      'A client can ask for the mail that waits for its domain.',
      'Un cliente puede pedir el correo pendiente de su dominio.',
    ),
    'RFC 1985',
  ),
  EXPN: explain(
    say('Expand lists', 'Expandir listas'),
    say('The command EXPN is known.', 'Se conoce la orden EXPN.'),
    'RFC 5321 §4.1.1.7',
  ),
  FUTURERELEASE: explain(
    say('Send later', 'Enviar más tarde'),
    say(
      'The server can hold a mail and send it at a later time. The numbers are the longest wait in seconds and the latest date.',
      'El servidor puede retener un correo y enviarlo más tarde. Los números son la espera máxima en segundos y la fecha límite.',
    ),
    'RFC 4865',
  ),
  HELP: explain(
    say('Help', 'Ayuda'),
    say('The command HELP is known.', 'Se conoce la orden HELP.'),
    'RFC 5321 §4.1.1.8',
  ),
  LIMITS: explain(
    say('Limits told beforehand', 'Límites anunciados'),
    say('The server states how much one session may send.', 'El servidor indica cuánto puede enviar una sesión.'),
    'RFC 9422',
  ),
  'MT-PRIORITY': explain(
    say('Priorities', 'Prioridades'),
    say(
      'A mail can be marked as more or less urgent for its way.',
      'Un correo se puede marcar como más o menos urgente en su camino.',
    ),
    'RFC 6710',
  ),
  MTRK: explain(
    say('Tracking', 'Seguimiento'),
    say('The way of a mail can be asked for later.', 'El camino de un correo se puede consultar después.'),
    'RFC 3885',
  ),
  'NO-SOLICITING': explain(
    say('No advertising', 'Sin publicidad'),
    say(
      'The server does not want mail of the kinds it names.',
      'El servidor no quiere correo de los tipos que indica.',
    ),
    'RFC 3865 §2',
  ),
  PIPELINING: explain(
    say('Several commands at once', 'Varias órdenes a la vez'),
    say(
      'The client need not wait for each answer, which saves time on long ways.',
      'El cliente no tiene que esperar cada respuesta, lo que ahorra tiempo en trayectos largos.',
    ),
    'RFC 2920 §3',
  ),
  REQUIRETLS: explain(
    say('Encrypted all the way', 'Cifrado en todo el camino'),
    say(
      'A mail can demand verified encryption on every further hop.',
      'Un correo puede exigir cifrado verificado en cada salto posterior.',
    ),
    'RFC 8689 §2',
  ),
  RRVS: explain(
    say('Same owner as then', 'El mismo dueño que entonces'),
    say(
      'A mail can ask that the mailbox has not changed hands since a date.',
      'Un correo puede pedir que el buzón no haya cambiado de dueño desde una fecha.',
    ),
    'RFC 7293',
  ),
  SIZE: explain(
    say('Largest mail', 'Tamaño máximo'),
    say('The server tells how large a mail may be.', 'El servidor indica lo grande que puede ser un correo.'),
    'RFC 1870 §4',
  ),
  SMTPUTF8: explain(
    say('Addresses in every script', 'Direcciones en cualquier alfabeto'),
    say(
      'Addresses and headers may hold letters beyond ASCII.',
      'Las direcciones y cabeceras pueden tener letras que no son ASCII.',
    ),
    'RFC 6531 §3.1',
  ),
  STARTTLS: explain(
    say('Encryption', 'Cifrado'),
    say(
      'The connection can be turned to TLS by the command STARTTLS.',
      'La conexión puede pasar a TLS con la orden STARTTLS.',
    ),
    'RFC 3207 §2',
  ),
  SUBMITTER: explain(
    say('Responsible sender', 'Remitente responsable'),
    say('The client can name who is responsible for a mail.', 'El cliente puede indicar quién responde de un correo.'),
    'RFC 4405',
  ),
  VRFY: explain(
    say('Ask for a mailbox', 'Preguntar por un buzón'),
    say('The command VRFY is known.', 'Se conoce la orden VRFY.'),
    'RFC 5321 §4.1.1.6',
  ),
  ...localKeywords,
}

const experimental = explain(
  say('A private extension', 'Una extensión privada'),
  say(
    'Keywords that begin with X are agreed on between programs; no standard describes this one.',
    'Las palabras que empiezan por X se acuerdan entre programas; ninguna norma describe esta.',
  ),
  'RFC 5321 §2.2.2',
)
const unregistered = explain(
  say('An unknown keyword', 'Una palabra desconocida'),
  say(
    'It is not registered; clients pass over what they do not know.',
    'No está registrada; los clientes pasan por alto lo que no conocen.',
  ),
  'RFC 5321 §2.2.2',
)

const parameterTexts: Readonly<Record<string, (parameters: readonly string[]) => Words | null>> = {
  SIZE: sizeText,
  AUTH: mechanismsText,
  LIMITS: limitsText,
}

/** What a keyword offers, with the meaning of the parameters it came with. The old form `AUTH=LOGIN` is read as AUTH. */
export function explainKeyword({ keyword, parameters }: Capability): Explanation {
  const [name = '', ...glued] = keyword.toUpperCase().split('=')
  const text = keywordTexts[name] ?? (name.startsWith('X') ? experimental : unregistered)
  const more = parameterTexts[name]?.([...glued, ...parameters].filter((parameter) => parameter !== '')) ?? null
  return more === null ? text : withMore(text, more)
}

/** Whether IANA lists this keyword, today or as one it has made obsolete. */
export const isRegisteredKeyword = (keyword: string): boolean => {
  const name = keyword.toUpperCase()
  return Object.hasOwn(keywordTexts, name) && !Object.hasOwn(localKeywords, name)
}

/** Whether IANA or a known program names this keyword. */
export const isKnownKeyword = (keyword: string): boolean =>
  Object.hasOwn(keywordTexts, keyword.toUpperCase().split('=')[0] ?? '')
