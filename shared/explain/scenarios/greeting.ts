// Scenarios of the loopback server that concern the greeting.
import { say } from '../words.ts'
import type { ScenarioText } from './scenario-text.ts'

export const greeting = {
  'greeting-refused': {
    name: say('Refuses everybody', 'Rechaza a todos'),
    happens: say(
      'The greeting is 554, and the session is over before it begins.',
      'El saludo es 554 y la sesión acaba antes de empezar.',
    ),
  },
  busy: {
    name: say('Too busy', 'Demasiado ocupado'),
    happens: say('The connection is greeted with 421 and closed.', 'La conexión se recibe con 421 y se cierra.'),
  },
  'greeting-late': {
    name: say('Greets late', 'Saluda tarde'),
    happens: say(
      'The greeting comes after three seconds, as from a server that checks who calls.',
      'El saludo llega a los tres segundos, como en un servidor que comprueba quién llama.',
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
  'tls-first': {
    name: say('TLS at once', 'TLS desde el principio'),
    happens: say(
      'Every port begins with TLS, those of STARTTLS too: a client that waits for a greeting waits in vain.',
      'Todos los puertos empiezan con TLS, también los de STARTTLS: quien espera un saludo espera en vano.',
    ),
  },
} as const satisfies Record<string, ScenarioText>
