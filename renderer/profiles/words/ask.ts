import { words } from '../../ui/words.ts'

/** Single questions to the server of a profile. */
export const askWords = words({
  en: {
    ask: 'Ask',
    askOpen: 'Ask…',
    askOpenWhy: 'Ask the server single things: VRFY, EXPN, HELP, NOOP, or any line.',
    askTitle: 'Ask {{name}}',
    asking: 'Asking {{name}}',
    askQuestion: 'Command',
    askWhy: 'Any command. Heloise connects, logs in, says it, and leaves. No mail is sent.',
    askExact: 'Exact octets',
    askExactWhy: 'Nothing is added, and \\r \\n \\0 \\t \\xHH become octets.',
    askAnswers: 'Answers',
    askNothing: 'The server said nothing to that.',
  },
  es: {
    ask: 'Preguntar',
    askOpen: 'Preguntar…',
    askOpenWhy: 'Preguntar al servidor cosas sueltas: VRFY, EXPN, HELP, NOOP o cualquier línea.',
    askTitle: 'Preguntar a {{name}}',
    asking: 'Preguntando a {{name}}',
    askQuestion: 'Comando',
    askWhy: 'Cualquier comando. Heloise se conecta, inicia sesión, lo dice y se despide. No se envía ningún correo.',
    askExact: 'Octetos exactos',
    askExactWhy: 'No se añade nada, y \\r \\n \\0 \\t \\xHH se convierten en octetos.',
    askAnswers: 'Respuestas',
    askNothing: 'El servidor no dijo nada a eso.',
  },
})
