// The notes about the wire in both languages, and what they mean: the log shows them, and the receipt in short.
import { isWireNote, wireChanges, wireLoss } from '../transcript/wire-notes.ts'
import type { Words } from '../values/settings.ts'
import type { Entry } from '../values/transcript.ts'
import { type Explanation, explain, withMore } from './explanation.ts'
import { keywordTexts } from './keywords.ts'
import { explainParameter } from './parameters.ts'
import { say } from './words.ts'

type Note = Pick<Entry, 'kind' | 'text'>

/** The whole sentence; null for any other entry. */
export function wireNoteText(note: Note): Words | null {
  if (!isWireNote(note)) return null
  const changes = wireChanges(note)
  if (changes === null) return say(note.text, `${wireNoteParts(note)[0]?.es ?? note.text}.`)
  return say(note.text, `En el cable: ${changes.map(inSpanish).join('; ')}.`)
}

/** In short, a clause each; none for any other entry. */
export function wireNoteParts(note: Note): Words[] {
  const loss = wireLoss(note)
  if (loss === null) return (wireChanges(note) ?? []).map((clause) => say(clause, inSpanish(clause)))
  const { host, keyword } = loss
  const lost = losses[loss.loss] ?? loss.loss
  return [say(note.text.replace(/\.$/, ''), `${host} no ofrece ${keyword}, así que ${lost}`)]
}

/** Null for any other entry. */
export function explainWireNote(note: Note): Explanation | null {
  const loss = wireLoss(note)
  if (loss !== null) return { ...lossText, reference: keywordTexts[loss.keyword]?.reference ?? null }
  const changes = wireChanges(note)
  return changes === null ? null : withMore(changeText, ...changes.flatMap(parametersIn))
}

const changeText = explain(
  say('Otherwise than usual', 'Distinto de lo habitual'),
  say(
    'What the options under “On the wire” change, compared with the same mail without them. Said by Heloise, not on the wire.',
    'Lo que cambian las opciones de «En el cable», comparado con el mismo correo sin ellas. Lo dice Heloise; no va por el cable.',
  ),
  null,
)

const lossText = explain(
  say('Asked for in vain', 'Pedido en vano'),
  say(
    'The mail asks for something that the server does not offer, and goes without it. Said by Heloise, not on the wire.',
    'El correo pide algo que el servidor no ofrece y sale sin ello. Lo dice Heloise; no va por el cable.',
  ),
  null,
)

const envelope = /^(MAIL|RCPT)(?: has (.+?))??(?: and)?(?: lacks (.+))?$/

function parametersIn(clause: string): Words[] {
  const [, verb, more = ''] = envelope.exec(clause) ?? []
  return verb === undefined ? [] : more.split(' ').filter(Boolean).map(explainParameter)
}

function inSpanish(clause: string): string {
  const [, verb, more, less] = envelope.exec(clause) ?? []
  if (verb !== undefined)
    return [verb, more && `lleva ${more}`, more && less && 'y', less && `no lleva ${less}`].filter(Boolean).join(' ')
  const known = clauses.find(([pattern]) => pattern.test(clause))
  return known === undefined ? clause : clause.replace(known[0], known[1])
}

const clauses: readonly (readonly [RegExp, string])[] = [
  [
    /^several commands leave in one write, although (\S+) is not offered$/,
    'varias órdenes salen juntas, aunque no se ofrece $1',
  ],
  [
    /^every command waits for its reply, although (\S+) is offered$/,
    'cada orden espera su respuesta, aunque se ofrece $1',
  ],
  [
    /^the mail leaves in BDAT chunks, although (\S+) is not offered$/,
    'el correo sale en trozos BDAT, aunque no se ofrece $1',
  ],
  [/^the mail leaves by DATA, although (\S+) is offered$/, 'el correo sale por DATA, aunque se ofrece $1'],
  [
    /^the limits of the server are not heeded, although (\S+) is offered$/,
    'no se atienden los límites del servidor, aunque se ofrece $1',
  ],
  [/^XFORWARD is said before MAIL$/, 'XFORWARD va antes de MAIL'],
  [/^chunks of (\d+) octets$/, 'trozos de $1 octetos'],
  [/^a raw line after (\S+)$/, 'una línea en bruto después de $1'],
  [
    /^a PROXY header \(version (\d)\) says that (\S+) connects$/,
    'una cabecera PROXY (versión $1) dice que se conecta $2',
  ],
]

const losses: Readonly<Record<string, string>> = {
  'no notice of delivery is asked for': 'no se pide ningún aviso de entrega',
  'AUTH= is not said': 'no se dice AUTH=',
  'nobody is told when it is late': 'nadie sabrá si se retrasa',
  'its priority is not told': 'no se indica su prioridad',
  'its classes of solicitation are not told': 'no se indican sus clases de publicidad',
  'the mail is encoded in 7 bits': 'el correo se codifica en 7 bits',
}
