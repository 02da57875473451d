// The names of the stages of a delivery, and what is done in each.
import type { Words } from '../values/settings.ts'
import type { Stage } from '../values/stage.ts'
import { say } from './words.ts'

type StageText = { readonly name: Words; readonly does: Words }

export const stageTexts: Record<Stage, StageText> = {
  input: {
    name: say('Check', 'Comprobación'),
    does: say(
      'Mail, addresses and profile are checked before anything is sent.',
      'Se comprueban correo, direcciones y perfil antes de enviar nada.',
    ),
  },
  dns: {
    name: say('Names', 'Nombres'),
    does: say(
      'The name of the server is turned into addresses.',
      'El nombre del servidor se convierte en direcciones.',
    ),
  },
  connect: {
    name: say('Connection', 'Conexión'),
    does: say('A TCP connection to the server is opened.', 'Se abre una conexión TCP con el servidor.'),
  },
  greeting: {
    name: say('Greeting', 'Saludo'),
    does: say('The server speaks first and says who it is.', 'El servidor habla primero y dice quién es.'),
  },
  ehlo: {
    name: say('EHLO', 'EHLO'),
    does: say(
      'We introduce ourselves; the server lists what it can do.',
      'Nos presentamos; el servidor enumera lo que sabe hacer.',
    ),
  },
  tls: {
    name: say('Encryption', 'Cifrado'),
    does: say(
      'Both sides agree on TLS, and the server shows its certificate.',
      'Ambas partes acuerdan TLS y el servidor muestra su certificado.',
    ),
  },
  auth: {
    name: say('Login', 'Inicio de sesión'),
    does: say('We prove whose account is used.', 'Demostramos qué cuenta se usa.'),
  },
  mail: {
    name: say('Sender', 'Remitente'),
    does: say('MAIL FROM begins the envelope with the sender.', 'MAIL FROM empieza el sobre con el remitente.'),
  },
  rcpt: {
    name: say('Recipients', 'Destinatarios'),
    does: say(
      'RCPT TO names each recipient, and the server judges each one.',
      'RCPT TO nombra a cada destinatario y el servidor decide sobre cada uno.',
    ),
  },
  data: {
    name: say('Content', 'Contenido'),
    does: say(
      'The mail itself is handed over, up to the answer to its final dot.',
      'Se entrega el correo en sí, hasta la respuesta al punto final.',
    ),
  },
  quit: {
    name: say('Goodbye', 'Despedida'),
    does: say('We take our leave, and the connection is closed.', 'Nos despedimos y se cierra la conexión.'),
  },
}
