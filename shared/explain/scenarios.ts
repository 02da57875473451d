// The scenarios of the loopback server: their names, and what a session with them will show.
import type { Scenario } from '../values/loopback.ts'
import type { Words } from '../values/settings.ts'
import { say } from './words.ts'

type ScenarioText = { readonly name: Words; readonly happens: Words }

export const scenarioTexts: Record<Scenario, ScenarioText> = {
  none: {
    name: say('All is well', 'Todo va bien'),
    happens: say(
      'Every mail is taken and appears in the inbox.',
      'Se acepta todo correo y aparece en la bandeja de entrada.',
    ),
  },
  'refuse-ehlo': {
    name: say('Too old for EHLO', 'Demasiado antiguo para EHLO'),
    happens: say(
      'EHLO is answered with 502, so the client falls back to HELO and loses every extension.',
      'EHLO recibe un 502, así que el cliente recurre a HELO y pierde todas las extensiones.',
    ),
  },
  'no-starttls': {
    name: say('No encryption offered', 'Sin cifrado'),
    happens: say(
      'STARTTLS is missing from the list. A profile that requires it stops before anything is sent.',
      'STARTTLS no figura en la lista. Un perfil que lo exige se detiene antes de enviar nada.',
    ),
  },
  'starttls-refused': {
    name: say('Encryption offered but broken', 'Cifrado ofrecido pero averiado'),
    happens: say(
      'STARTTLS is offered and then answered with 454, as by a server that cannot read its key.',
      'STARTTLS se ofrece y después recibe un 454, como en un servidor que no puede leer su clave.',
    ),
  },
  'refuse-login': {
    name: say('Login refused', 'Inicio de sesión rechazado'),
    happens: say('Every password is wrong: AUTH ends with 535.', 'Ninguna contraseña sirve: AUTH termina con 535.'),
  },
  greylist: {
    name: say('Greylisting', 'Lista gris'),
    happens: say(
      'The first attempt for a recipient is put off with 450; a second one passes.',
      'El primer intento para un destinatario se aplaza con 450; el segundo pasa.',
    ),
  },
  busy: {
    name: say('Too busy', 'Demasiado ocupado'),
    happens: say('The connection is greeted with 421 and closed.', 'La conexión se recibe con 421 y se cierra.'),
  },
  'drop-after-dot': {
    name: say('Hangs up after the final dot', 'Cuelga tras el punto final'),
    happens: say(
      'The connection goes away before the answer to the mail: nobody can know whether it was taken.',
      'La conexión se corta antes de la respuesta al correo: nadie puede saber si se aceptó.',
    ),
  },
  'refuse-content': {
    name: say('Content refused', 'Contenido rechazado'),
    happens: say(
      'The whole mail is taken in and then refused with 554, as by a filter.',
      'Se recibe el correo entero y después se rechaza con 554, como haría un filtro.',
    ),
  },
  slow: {
    name: say('Slow', 'Lento'),
    happens: say(
      'Every answer comes late; watch the pauses in the log.',
      'Cada respuesta llega tarde; se ven las pausas en el registro.',
    ),
  },
  'greeting-refused': {
    name: say('Refuses everybody', 'Rechaza a todos'),
    happens: say(
      'The greeting is 554, and the session is over before it begins.',
      'El saludo es 554 y la sesión acaba antes de empezar.',
    ),
  },
  'greeting-late': {
    name: say('Greets late', 'Saluda tarde'),
    happens: say(
      'The greeting comes after six seconds, as from a server that checks who calls.',
      'El saludo llega a los seis segundos, como en un servidor que comprueba quién llama.',
    ),
  },
  'greeting-lines': {
    name: say('Greets at length', 'Saluda en varias líneas'),
    happens: say(
      'The greeting has several lines; clients wait for the last.',
      'El saludo tiene varias líneas; los clientes esperan a la última.',
    ),
  },
  'greeting-starred': {
    name: say('Behind a meddling firewall', 'Tras un cortafuegos entrometido'),
    happens: say(
      'The greeting is stars, as Cisco’s inspection makes it.',
      'El saludo son asteriscos, como los deja la inspección de Cisco.',
    ),
  },
  'long-lines': {
    name: say('Lines that are too long', 'Líneas demasiado largas'),
    happens: say(
      'The greeting is longer than the 512 octets that the standard allows.',
      'El saludo supera los 512 octetos que permite la norma.',
    ),
  },
  'bare-lf': {
    name: say('Bare line feeds', 'Saltos de línea sueltos'),
    happens: say(
      'Every answer ends in LF alone instead of CR LF.',
      'Cada respuesta termina solo en LF en lugar de CR LF.',
    ),
  },
  'mixed-codes': {
    name: say('Mixed codes', 'Códigos mezclados'),
    happens: say('The code changes within the answer to EHLO.', 'El código cambia dentro de la respuesta a EHLO.'),
  },
  trickle: {
    name: say('Octet by octet', 'Octeto a octeto'),
    happens: say(
      'Every answer comes in pieces of one octet; a client must put them together.',
      'Cada respuesta llega en trozos de un octeto; el cliente debe unirlos.',
    ),
  },
  contradictions: {
    name: say('Contradicts itself', 'Se contradice'),
    happens: say(
      'EHLO offers two sizes, and BINARYMIME without CHUNKING.',
      'EHLO ofrece dos tamaños, y BINARYMIME sin CHUNKING.',
    ),
  },
  'empty-offer': {
    name: say('An empty offer', 'Una oferta vacía'),
    happens: say('The last line of the answer to EHLO is empty.', 'La última línea de la respuesta a EHLO está vacía.'),
  },
  'extra-offers': {
    name: say('Rare extensions', 'Extensiones raras'),
    happens: say(
      'EHLO offers LIMITS, DELIVERBY, FUTURERELEASE and MT-PRIORITY, and REQUIRETLS inside TLS.',
      'EHLO ofrece LIMITS, DELIVERBY, FUTURERELEASE y MT-PRIORITY, y REQUIRETLS dentro de TLS.',
    ),
  },
  'starttls-again': {
    name: say('Encryption offered twice', 'Cifrado ofrecido dos veces'),
    happens: say(
      'STARTTLS is offered again inside TLS, against the rules.',
      'STARTTLS se vuelve a ofrecer dentro de TLS, en contra de las reglas.',
    ),
  },
  'starttls-drop': {
    name: say('Hangs up at encryption', 'Cuelga al cifrar'),
    happens: say(
      'STARTTLS is answered with 220, and the connection is closed.',
      'STARTTLS recibe un 220 y se cierra la conexión.',
    ),
  },
  'starttls-garbage': {
    name: say('Nonsense instead of encryption', 'Un sinsentido en vez de cifrado'),
    happens: say(
      'Behind the 220 comes text where the handshake should begin.',
      'Tras el 220 llega texto donde debería empezar la negociación.',
    ),
  },
  'starttls-injected': {
    name: say('Something slipped in', 'Algo colado'),
    happens: say(
      'Behind the 220 comes a second answer in plain text, as an attacker would put it there.',
      'Tras el 220 llega una segunda respuesta en claro, como la pondría un atacante.',
    ),
  },
  'any-login': {
    name: say('Every password is right', 'Toda contraseña vale'),
    happens: say(
      'AUTH lets everybody in, whatever the password.',
      'AUTH deja entrar a cualquiera, sea cual sea la contraseña.',
    ),
  },
  'own-recipients': {
    name: say('Knows its recipients', 'Conoce a sus destinatarios'),
    happens: say(
      'Only postmaster and abuse at localhost are taken; others are refused with 550, other domains with 554.',
      'Solo se aceptan postmaster y abuse en localhost; los demás se rechazan con 550, y otros dominios con 554.',
    ),
  },
  'few-recipients': {
    name: say('Two recipients a mail', 'Dos destinatarios por correo'),
    happens: say('The third recipient is put off with 452.', 'El tercer destinatario se aplaza con 452.'),
  },
  'refuse-late': {
    name: say('Too large, said late', 'Demasiado grande, dicho tarde'),
    happens: say(
      'Every mail is taken in whole and then refused with 552.',
      'Todo correo se recibe entero y después se rechaza con 552.',
    ),
  },
  impatient: {
    name: say('Impatient', 'Impaciente'),
    happens: say(
      'After five seconds of silence the connection is closed with 421.',
      'Tras cinco segundos de silencio se cierra la conexión con 421.',
    ),
  },
}
