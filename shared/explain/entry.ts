// What a line of the log means: the text shown when it is hovered or focused.
import { assertNever } from '../assert-never.ts'
import type { Entry } from '../values/transcript.ts'
import { conversationAfter } from './conversation.ts'
import { explainClientLine } from './entry-client.ts'
import { explainEvent } from './entry-event.ts'
import { explainServerLine } from './entry-server.ts'
import { type Explanation, explain } from './explanation.ts'
import { formatOctets } from './octets.ts'
import { say } from './words.ts'

export type { Explanation } from './explanation.ts'

/** `before`: the entries of the same session ahead of this one. Null where there is nothing to say. */
export function explainEntry(entry: Entry, before: readonly Entry[]): Explanation | null {
  switch (entry.direction) {
    case 'event':
      return explainEvent(entry)
    case 'client':
      return entry.kind === 'body' ? explainBody(entry) : explainClientLine(entry, conversationAfter(before))
    case 'server':
      return entry.kind === 'body' ? null : explainServerLine(entry, conversationAfter(before))
    default:
      return assertNever(entry.direction)
  }
}

const explainBody = ({ bytes }: Entry): Explanation =>
  explain(
    say('The mail itself', 'El correo en sí'),
    say(
      `Headers, an empty line, and the content: ${formatOctets(bytes, 'en')} on the wire. A line that begins with a dot gets a second one, so that it is not taken for the end.`,
      `Cabeceras, una línea vacía y el contenido: ${formatOctets(bytes, 'es')} por el cable. A una línea que empieza por un punto se le añade otro, para que no se tome por el final.`,
    ),
    'RFC 5321 §4.5.2',
  )
