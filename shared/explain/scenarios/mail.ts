// Scenarios of the loopback server that concern the mail itself.
import { say } from '../words.ts'
import type { ScenarioText } from './scenario-text.ts'

export const mail = {
  'refuse-content': {
    name: say('Content refused', 'Contenido rechazado'),
    happens: say(
      'The whole mail is taken in and then refused with 554, as by a filter.',
      'Se recibe el correo entero y después se rechaza con 554, como haría un filtro.',
    ),
  },
  'refuse-late': {
    name: say('Too large, said late', 'Demasiado grande, dicho tarde'),
    happens: say(
      'Every mail is taken in whole and then refused with 552.',
      'Todo correo se recibe entero y después se rechaza con 552.',
    ),
  },
  'drop-after-dot': {
    name: say('Hangs up after the final dot', 'Cuelga tras el punto final'),
    happens: say(
      'The connection goes away before the answer to the mail: nobody can know whether it was taken.',
      'La conexión se corta antes de la respuesta al correo: nadie puede saber si se aceptó.',
    ),
  },
  'closes-at-data': {
    name: say('Closes as the mail begins', 'Cierra al empezar el correo'),
    happens: say(
      'DATA is answered with 354, and right after it comes 421 and the end of the session.',
      'DATA recibe un 354 y, justo después, un 421 y el fin de la sesión.',
    ),
  },
  'slow-drain': {
    name: say('Reads slowly', 'Lee despacio'),
    happens: say(
      'The mail is read a piece a second; a large one makes the client wait.',
      'El correo se lee a un trozo por segundo; uno grande hace esperar al cliente.',
    ),
  },
  'false-ends': {
    name: say('Open to smuggling', 'Expuesto al contrabando'),
    happens: say(
      'A dot between bare line ends ends a mail too, so that a second, forged one can hide in the first.',
      'Un punto entre finales de línea sueltos también termina un correo: dentro puede esconderse otro falsificado.',
    ),
  },
  chunks: {
    name: say('Takes chunks', 'Acepta trozos'),
    happens: say(
      'CHUNKING and BINARYMIME are offered: the mail comes in chunks by BDAT, without DATA and without a dot at its end.',
      'Se ofrecen CHUNKING y BINARYMIME: el correo llega en trozos con BDAT, sin DATA y sin punto final.',
    ),
  },
  'chunks-as-commands': {
    name: say('Trips over chunks', 'Tropieza con los trozos'),
    happens: say(
      'CHUNKING is offered, but BDAT is refused, and the octets behind it are read as commands.',
      'Se ofrece CHUNKING, pero BDAT se rechaza y los octetos que siguen se leen como órdenes.',
    ),
  },
} as const satisfies Record<string, ScenarioText>
