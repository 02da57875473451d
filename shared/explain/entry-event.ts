// Something that happened beside the wire: names, connections, encryption, the end.
import type { Words } from '../values/settings.ts'
import type { Entry } from '../values/transcript.ts'
import { type Explanation, explain } from './explanation.ts'
import { explainWireNote } from './wire-notes.ts'
import { say } from './words.ts'

type EventKind = Exclude<Entry['kind'], 'line' | 'body'>

export function explainEvent(entry: Entry): Explanation | null {
  const { kind, facts } = entry
  return kind === 'line' || kind === 'body' ? null : (explainWireNote(entry) ?? events[kind](facts))
}

type Facts = Entry['facts']
const fact = (facts: Facts, name: string): string => String(facts[name] ?? '')

const events: Record<EventKind, (facts: Facts) => Explanation> = {
  dns: (facts) => (facts.type === undefined ? namesLookedUp : oneQuestion(facts)),
  connect: (facts) =>
    explain(
      say('Connection', 'Conexión'),
      joined(
        say('A TCP connection carries the whole conversation.', 'Una conexión TCP lleva toda la conversación.'),
        otherEnd(facts),
      ),
      'RFC 5321 §3.1',
    ),
  tls: (facts) =>
    explain(
      say('Encryption began', 'Empezó el cifrado'),
      joined(
        say(
          'From here on nobody on the way can read or change the conversation.',
          'Desde aquí nadie por el camino puede leer ni cambiar la conversación.',
        ),
        versionText(facts),
        facts.authorized === false ? untrusted : null,
      ),
      'RFC 8446 §1',
    ),
  close: () =>
    explain(
      say('The connection ended', 'La conexión terminó'),
      say('Nothing more can be said in this session.', 'En esta sesión ya no se puede decir nada más.'),
      'RFC 5321 §3.8',
    ),
  note: () =>
    explain(
      say('A note', 'Una nota'),
      say('Said by Heloise, not on the wire.', 'Lo dice Heloise; no va por el cable.'),
      null,
    ),
  warning: () =>
    explain(
      say('A warning', 'Un aviso'),
      say(
        'Something that works but deserves a look; said by Heloise, not on the wire.',
        'Algo que funciona pero merece atención; lo dice Heloise, no va por el cable.',
      ),
      null,
    ),
}

const namesLookedUp = explain(
  say('Names looked up', 'Nombres resueltos'),
  say(
    'DNS was asked which server takes the mail (MX) or at which addresses a name is reached (A for IPv4, AAAA for IPv6).',
    'Se preguntó al DNS qué servidor recibe el correo (MX) o en qué direcciones está un nombre (A para IPv4, AAAA para IPv6).',
  ),
  'RFC 5321 §5.1',
)

const oneQuestion = (facts: Facts): Explanation =>
  explain(
    say('A question to DNS', 'Una pregunta al DNS'),
    say(
      `DNS was asked for the records of type ${fact(facts, 'type')} at ${fact(facts, 'host')}; behind the colon stands what it answered.`,
      `Se pidieron al DNS los registros de tipo ${fact(facts, 'type')} de ${fact(facts, 'host')}; tras los dos puntos está lo que respondió.`,
    ),
    'RFC 1034 §3.7',
  )

const untrusted = say(
  'The certificate could not be verified, so it is not certain who the other end is.',
  'No se pudo verificar el certificado, así que no es seguro quién está al otro lado.',
)

function otherEnd(facts: Facts): Words | null {
  const address = fact(facts, 'address')
  if (facts.isProxy === true)
    return say(
      `It leads to a proxy at ${address}, which is asked to connect further.`,
      `Lleva a un proxy en ${address}, al que se le pide que conecte más allá.`,
    )
  if (facts.proxy !== undefined)
    return say(
      `The proxy ${fact(facts, 'proxy')} hands it on, and looks the name of the server up itself.`,
      `El proxy ${fact(facts, 'proxy')} la hace llegar más allá y resuelve él mismo el nombre del servidor.`,
    )
  return address === '' ? null : say(`The other end is ${address}.`, `El otro extremo es ${address}.`)
}

function versionText(facts: Facts): Words | null {
  const version = fact(facts, 'version')
  if (version === '') return null
  const cipher = fact(facts, 'cipher')
  return cipher === ''
    ? say(`The version is ${version}.`, `La versión es ${version}.`)
    : say(`The version is ${version} with ${cipher}.`, `La versión es ${version} con ${cipher}.`)
}

function joined(...words: readonly (Words | null)[]): Words {
  const known = words.filter((part) => part !== null)
  return say(known.map(({ en }) => en).join(' '), known.map(({ es }) => es).join(' '))
}
