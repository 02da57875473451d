// Scenarios of the loopback server that concern the answers as a whole.
import { say } from '../words.ts'
import type { ScenarioText } from './scenario-text.ts'

export const answers = {
  slow: {
    name: say('Slow', 'Lento'),
    happens: say(
      'Every answer comes late; watch the pauses in the log.',
      'Cada respuesta llega tarde; se ven las pausas en el registro.',
    ),
  },
  impatient: {
    name: say('Impatient', 'Impaciente'),
    happens: say(
      'After three seconds of silence the connection is closed with 421.',
      'Tras tres segundos de silencio se cierra la conexión con 421.',
    ),
  },
  trickle: {
    name: say('Octet by octet', 'Octeto a octeto'),
    happens: say(
      'Every answer comes in pieces of one octet; a client must put them together.',
      'Cada respuesta llega en trozos de un octeto; el cliente debe unirlos.',
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
} as const satisfies Record<string, ScenarioText>
