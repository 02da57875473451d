// A line that the client said: the command with its parameters, or a step of a login.
import type { Words } from '../values/settings.ts'
import type { Entry } from '../values/transcript.ts'
import { explainCommand } from './commands.ts'
import { type Conversation, type Login, verbOf } from './conversation.ts'
import { type Explanation, explain, withMore } from './explanation.ts'
import { explainMechanism, verdictTexts } from './mechanisms.ts'
import { explainParameter } from './parameters.ts'
import { say } from './words.ts'

export function explainClientLine({ text }: Entry, { login, pending }: Conversation): Explanation {
  if (login?.isAsked) return explainLoginStep(text, login)
  if (text === '.') return endOfMail
  const verb = verbOf(text)
  const isPipelined = pending.length > 0
  const explanation = withMore(explainCommand(verb), ...(details[verb]?.(text) ?? []))
  return isPipelined ? withMore(explanation, pipelined) : explanation
}

const pipelined = say(
  'It was sent without waiting for the answer before (pipelining).',
  'Se envió sin esperar la respuesta anterior (pipelining).',
)

const endOfMail = explain(
  say('The end of the mail', 'El final del correo'),
  say(
    'A line with a single dot ends the mail; the answer to it decides.',
    'Una línea con un solo punto termina el correo; su respuesta es la que decide.',
  ),
  'RFC 5321 §4.1.1.4',
)

const details: Readonly<Record<string, (line: string) => readonly Words[]>> = {
  EHLO: helloDetails,
  HELO: helloDetails,
  MAIL: envelopeDetails,
  RCPT: envelopeDetails,
  AUTH: loginDetails,
  BDAT: chunkDetails,
}

function helloDetails(line: string): readonly Words[] {
  const name = line.trim().split(/\s+/)[1] ?? ''
  if (name === '') return []
  // RFC 5321 §4.1.3
  return name.startsWith('[')
    ? [say(`${name} is an address in place of a name.`, `${name} es una dirección en lugar de un nombre.`)]
    : [say(`The client calls itself ${name}.`, `El cliente se llama ${name}.`)]
}

function envelopeDetails(line: string): readonly Words[] {
  const [, path = '', rest = ''] = /:\s*(<[^>]*>|\S*)\s*(.*)$/.exec(line) ?? []
  const parameters = rest.split(/\s+/).filter((parameter) => parameter !== '')
  return [...(path === '<>' ? [nullSender] : []), ...parameters.map(explainParameter)]
}

// RFC 5321 §4.5.5
const nullSender = say(
  'The empty sender <> marks a report or bounce, so that nobody answers it with another one.',
  'El remitente vacío <> marca un informe o una devolución, para que nadie lo conteste con otro.',
)

function chunkDetails(line: string): readonly Words[] {
  const [, octets = '', last] = line.trim().split(/\s+/)
  return [
    say(
      `This piece has ${octets} octets${last ? ' and is the last' : ''}.`,
      `Este trozo tiene ${octets} octetos${last ? ' y es el último' : ''}.`,
    ),
  ]
}

function loginDetails(line: string): readonly Words[] {
  const [, mechanism = '', initial] = line.trim().split(/\s+/)
  const { text, verdict } = explainMechanism(mechanism)
  const hasSecret = initial !== undefined && initial !== '='
  return [
    say(`${mechanism}: ${text.en}`, `${mechanism}: ${text.es}`),
    verdictTexts[verdict],
    ...(hasSecret ? [hidden] : []),
  ]
}

const hidden = say('The secret is hidden in the log.', 'El secreto está oculto en el registro.')

function explainLoginStep(text: string, { mechanism, challenges }: Login): Explanation {
  if (text === '*') return cancelled
  const what = stepTexts[mechanism]?.[challenges - 1] ?? say('The answer to the challenge.', 'La respuesta al reto.')
  return explain(
    say(`Login by ${mechanism}, step ${challenges}`, `Inicio de sesión con ${mechanism}, paso ${challenges}`),
    say(`${what.en} ${hidden.en}`, `${what.es} ${hidden.es}`),
    explainMechanism(mechanism).reference ?? 'RFC 4954 §4',
  )
}

const cancelled = explain(
  say('Login cancelled', 'Inicio de sesión cancelado'),
  say(
    'A single asterisk ends the exchange without logging in.',
    'Un solo asterisco termina el intercambio sin iniciar sesión.',
  ),
  'RFC 4954 §4',
)

const serverProved = say(
  'Nothing: the server has proved that it knows the password, and that is acknowledged.',
  'Nada: el servidor ha demostrado que conoce la contraseña, y se da por recibido.',
)

const scramSteps = (): readonly Words[] => [
  say(
    'A proof of knowing the password, for this login alone.',
    'Una prueba de conocer la contraseña, solo para esta vez.',
  ),
  serverProved,
]

/** What each answer holds, in the order of the challenges. */
const stepTexts: Readonly<Record<string, readonly Words[]>> = {
  ...Object.fromEntries(
    ['SCRAM-SHA-1', 'SCRAM-SHA-1-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-256-PLUS'].map((name) => [name, scramSteps()]),
  ),
  'DIGEST-MD5': [
    say('The user, and the challenge mixed with the password.', 'El usuario y el reto mezclado con la contraseña.'),
    serverProved,
  ],
  NTLM: [
    say('The user, and the challenge signed with the password.', 'El usuario y el reto firmado con la contraseña.'),
  ],
  OAUTHBEARER: [
    say(
      'The user and the access token, or the end of the exchange after an error.',
      'El usuario y el testigo de acceso, o el fin del intercambio tras un error.',
    ),
  ],
  LOGIN: [
    say('The name of the user, in base64.', 'El nombre del usuario, en base64.'),
    say('The password, in base64.', 'La contraseña, en base64.'),
  ],
  PLAIN: [say('User and password together, in base64.', 'Usuario y contraseña juntos, en base64.')],
  'CRAM-MD5': [
    say('The user, and the challenge mixed with the password.', 'El usuario y el reto mezclado con la contraseña.'),
  ],
  XOAUTH2: [
    say(
      'The user and the access token, or an empty answer to an error.',
      'El usuario y el testigo de acceso, o una respuesta vacía a un error.',
    ),
  ],
}
