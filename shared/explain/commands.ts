// Every verb of SMTP: what it does.
import { type Explanation, explain } from './explanation.ts'
import { say } from './words.ts'

export const commandTexts: Readonly<Record<string, Explanation>> = {
  EHLO: explain(
    say('EHLO: hello, what can you do?', 'EHLO: hola, ¿qué sabes hacer?'),
    say(
      'The client gives its name and asks for the list of extensions. After STARTTLS it is said again, because the list may change.',
      'El cliente dice su nombre y pide la lista de extensiones. Tras STARTTLS se repite, porque la lista puede cambiar.',
    ),
    'RFC 5321 §4.1.1.1',
  ),
  HELO: explain(
    say('HELO: the old hello', 'HELO: el saludo antiguo'),
    say(
      'The hello from before there were extensions: no encryption, no login, no size limit can be agreed on.',
      'El saludo de antes de que hubiera extensiones: no se puede acordar cifrado, inicio de sesión ni tamaño máximo.',
    ),
    'RFC 5321 §4.1.1.1',
  ),
  LHLO: explain(
    say('LHLO: the hello of LMTP', 'LHLO: el saludo de LMTP'),
    say(
      'Like EHLO, in the local variant of the protocol, where each recipient gets an answer of its own after the mail.',
      'Como EHLO, en la variante local del protocolo, donde cada destinatario recibe su propia respuesta tras el correo.',
    ),
    'RFC 2033 §4.1',
  ),
  MAIL: explain(
    say('MAIL FROM: who sends', 'MAIL FROM: quién envía'),
    say(
      'Begins the envelope. The address is where bounces go; it may differ from the From that the reader sees.',
      'Empieza el sobre. La dirección es adonde van las devoluciones; puede ser distinta del De que ve quien lee.',
    ),
    'RFC 5321 §4.1.1.2',
  ),
  RCPT: explain(
    say('RCPT TO: who receives', 'RCPT TO: quién recibe'),
    say(
      'Names one recipient of the envelope. The server accepts or refuses each one; Bcc recipients stand only here.',
      'Nombra a un destinatario del sobre. El servidor acepta o rechaza cada uno; los de Cco solo figuran aquí.',
    ),
    'RFC 5321 §4.1.1.3',
  ),
  DATA: explain(
    say('DATA: here comes the mail', 'DATA: aquí va el correo'),
    say(
      'After the answer 354 headers and text follow; a line with a single dot ends them.',
      'Tras la respuesta 354 van las cabeceras y el texto; una línea con un solo punto los termina.',
    ),
    'RFC 5321 §4.1.1.4',
  ),
  BDAT: explain(
    say('BDAT: a piece of the mail', 'BDAT: un trozo del correo'),
    say(
      'Sends the mail in pieces of a stated number of octets, so no dot is needed to end it. LAST marks the final piece.',
      'Envía el correo en trozos con un número de octetos indicado, así que no hace falta un punto final. LAST marca el último.',
    ),
    'RFC 3030 §2',
  ),
  RSET: explain(
    say('RSET: start over', 'RSET: empezar de nuevo'),
    say(
      'Forgets sender, recipients and content; the session goes on.',
      'Olvida remitente, destinatarios y contenido; la sesión continúa.',
    ),
    'RFC 5321 §4.1.1.5',
  ),
  NOOP: explain(
    say('NOOP: are you there?', 'NOOP: ¿sigues ahí?'),
    say('Does nothing but ask for an answer.', 'No hace nada más que pedir una respuesta.'),
    'RFC 5321 §4.1.1.9',
  ),
  QUIT: explain(
    say('QUIT: goodbye', 'QUIT: adiós'),
    say(
      'Asks the server to say goodbye (221) and close the connection.',
      'Pide al servidor que se despida (221) y cierre la conexión.',
    ),
    'RFC 5321 §4.1.1.10',
  ),
  VRFY: explain(
    say('VRFY: does this mailbox exist?', 'VRFY: ¿existe este buzón?'),
    say(
      'Asks about an address. Most servers answer 252, neither yes nor no, so that nobody can harvest addresses.',
      'Pregunta por una dirección. Casi todos los servidores contestan 252, ni sí ni no, para que nadie recolecte direcciones.',
    ),
    'RFC 5321 §4.1.1.6',
  ),
  EXPN: explain(
    say('EXPN: who is on this list?', 'EXPN: ¿quién está en esta lista?'),
    say(
      'Asks for the members of a mailing list; refused almost everywhere.',
      'Pide los miembros de una lista de correo; casi siempre se rechaza.',
    ),
    'RFC 5321 §4.1.1.7',
  ),
  HELP: explain(
    say('HELP: what can I say?', 'HELP: ¿qué puedo decir?'),
    say('Asks for a text for people about the commands.', 'Pide un texto para personas sobre las órdenes.'),
    'RFC 5321 §4.1.1.8',
  ),
  STARTTLS: explain(
    say('STARTTLS: let us encrypt', 'STARTTLS: vamos a cifrar'),
    say(
      'Asks to turn this connection to TLS. After the answer 220 the handshake follows, and everything said before is forgotten.',
      'Pide pasar esta conexión a TLS. Tras la respuesta 220 viene la negociación, y todo lo dicho antes se olvida.',
    ),
    'RFC 3207 §4',
  ),
  AUTH: explain(
    say('AUTH: log in', 'AUTH: iniciar sesión'),
    say('Begins a login by the mechanism that is named.', 'Empieza un inicio de sesión con el método indicado.'),
    'RFC 4954 §4',
  ),
  ETRN: explain(
    say('ETRN: send me what waits', 'ETRN: envíame lo pendiente'),
    say(
      'Asks the server to deliver the mail that waits for a domain.',
      'Pide al servidor que entregue el correo pendiente de un dominio.',
    ),
    'RFC 1985',
  ),
  ATRN: explain(
    say('ATRN: turn the roles round', 'ATRN: cambiar los papeles'),
    say(
      'After a login the two sides change roles, and the server hands over the mail of a domain.',
      'Tras iniciar sesión, ambas partes cambian de papel y el servidor entrega el correo de un dominio.',
    ),
    'RFC 2645',
  ),
  BURL: explain(
    say('BURL: take the mail from there', 'BURL: toma el correo de ahí'),
    say(
      'Names mail on an IMAP server that the submission server fetches itself.',
      'Indica un correo en un servidor IMAP que el servidor de envío recoge por sí mismo.',
    ),
    'RFC 4468 §3',
  ),
  XCLIENT: explain(
    say('XCLIENT: claim another client', 'XCLIENT: hacerse pasar por otro cliente'),
    say(
      'A Postfix extension: a trusted proxy states for which client address and name it speaks.',
      'Extensión de Postfix: un proxy de confianza indica por qué dirección y nombre de cliente habla.',
    ),
    null,
  ),
  XFORWARD: explain(
    say('XFORWARD: where it came from', 'XFORWARD: de dónde vino'),
    say(
      'A Postfix extension: tells a filter about the first client, for its log.',
      'Extensión de Postfix: informa a un filtro sobre el primer cliente, para su registro.',
    ),
    null,
  ),
  TURN: explain(
    say('TURN: change roles (obsolete)', 'TURN: cambiar los papeles (obsoleto)'),
    say(
      'Swaps client and server without any proof; no server should allow it.',
      'Intercambia cliente y servidor sin ninguna prueba; ningún servidor debería permitirlo.',
    ),
    'RFC 5321 App. F.1',
  ),
  SEND: explain(
    say('SEND: to the terminal (obsolete)', 'SEND: al terminal (obsoleto)'),
    say(
      'Was meant to show a mail on the screen of a user who is logged in.',
      'Servía para mostrar un correo en la pantalla de un usuario conectado.',
    ),
    'RFC 5321 App. F.6',
  ),
  SOML: explain(
    say('SOML: to the terminal or mailbox (obsolete)', 'SOML: al terminal o al buzón (obsoleto)'),
    say('Like SEND, with the mailbox as second choice.', 'Como SEND, con el buzón como segunda opción.'),
    'RFC 5321 App. F.6',
  ),
  SAML: explain(
    say('SAML: to the terminal and mailbox (obsolete)', 'SAML: al terminal y al buzón (obsoleto)'),
    say('Like SEND, and into the mailbox as well.', 'Como SEND, y además al buzón.'),
    'RFC 5321 App. F.6',
  ),
}

const unknown = explain(
  say('A command outside the standard', 'Una orden fuera de la norma'),
  say(
    'No RFC of mail knows this verb; the server decides what it means.',
    'Ningún RFC del correo conoce este verbo; el servidor decide qué significa.',
  ),
  'RFC 5321 §4.1.5',
)

/** What a verb does, whatever its case. */
export const explainCommand = (verb: string): Explanation => commandTexts[verb.toUpperCase()] ?? unknown
