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
}
