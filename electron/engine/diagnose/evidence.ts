// Finds the entries of a session that show something: findings point at them.
import { readReplyLine, verbOf } from '#shared/explain/conversation.ts'
import type { Entry } from '#shared/values/transcript.ts'
import type { Evidence } from './check.ts'
import type { Observed } from './observed.ts'

type Entries = Pick<Observed, 'entries'>

/** The event of the connection that was used, else of every attempt. */
export function connectEvidence({ entries }: Entries): readonly number[] {
  const attempts = entries.filter(({ kind }) => kind === 'connect')
  const connected = attempts.filter(({ facts }) => facts.outcome === 'connected')
  return indexes(connected.length > 0 ? connected : attempts)
}

/** The first reply of the server: its greeting. */
export function greetingEvidence({ entries }: Entries): readonly number[] {
  const first = entries.findIndex(({ direction }) => direction === 'server')
  return indexes(replyFrom(entries, first))
}

/** The command and every line of its reply. `last`: the last time it was said. */
export function commandEvidence(
  { entries }: Entries,
  verb: string,
  which: 'first' | 'last' = 'first',
): readonly number[] {
  const said = entries.flatMap((entry, place) => (isCommand(entry, verb) ? [place] : []))
  const place = which === 'first' ? said[0] : said.at(-1)
  if (place === undefined) return []
  const reply = entries.findIndex(({ direction }, index) => index > place && direction === 'server')
  return indexes([...entries.slice(place, place + 1), ...replyFrom(entries, reply)])
}

/** The line of the EHLO answer that offers a keyword. */
export function offerEvidence({ entries }: Entries, keyword: string, when: 'before' | 'after'): readonly number[] {
  const pattern = new RegExp(`^250[ -]${keyword}(?:[ =]|$)`, 'i')
  return indexes(
    entries.filter((entry) => isReplyLine(entry) && entry.isTls === (when === 'after') && pattern.test(entry.text)),
  )
}

export const tlsEvidence = ({ entries }: Entries): readonly number[] =>
  indexes(entries.filter(({ kind }) => kind === 'tls'))

/** The last thing that happened: where a session that failed stopped. */
export const endEvidence = ({ entries }: Entries): readonly number[] => indexes(entries.slice(-1))

/** The same, where several sessions are judged together. */
export const endsOf = (places: readonly Observed[]): readonly Evidence[] =>
  places.flatMap(({ session, entries }) => entries.slice(-1).map(({ index }) => ({ session, entry: index })))

const indexes = (entries: readonly Entry[]) => entries.map(({ index }) => index)
const isReplyLine = ({ direction, kind }: Entry) => direction === 'server' && kind === 'line'
const isCommand = ({ direction, kind, text }: Entry, verb: string) =>
  direction === 'client' && kind === 'line' && verbOf(text) === verb

/** The lines of one reply, from its first. */
function replyFrom(entries: readonly Entry[], first: number): readonly Entry[] {
  if (first === -1) return []
  const rest = entries.slice(first)
  const last = rest.findIndex((entry) => isReplyLine(entry) && readReplyLine(entry.text)?.isLast !== false)
  return rest.slice(0, last === -1 ? rest.length : last + 1).filter(isReplyLine)
}
