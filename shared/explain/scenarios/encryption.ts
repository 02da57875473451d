// Scenarios of the loopback server that concern STARTTLS.
import { say } from '../words.ts'
import type { ScenarioText } from './scenario-text.ts'

export const encryption = {
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
  'starttls-again': {
    name: say('Encryption offered twice', 'Cifrado ofrecido dos veces'),
    happens: say(
      'STARTTLS is offered again inside TLS, against the rules.',
      'STARTTLS se vuelve a ofrecer dentro de TLS, en contra de las reglas.',
    ),
  },
  'plaintext-kept': {
    name: say('Plain text kept', 'Texto en claro conservado'),
    happens: say(
      'What is sent in plain text behind STARTTLS is answered inside TLS, as if it had been protected.',
      'Lo que llega en claro tras STARTTLS se responde dentro de TLS, como si hubiera llegado protegido.',
    ),
  },
  'state-kept': {
    name: say('Forgets nothing at encryption', 'No olvida nada al cifrar'),
    happens: say(
      'A sender named before STARTTLS still counts inside TLS.',
      'Un remitente indicado antes de STARTTLS sigue contando dentro de TLS.',
    ),
  },
} as const satisfies Record<string, ScenarioText>
