// The same mail any number of times: made once, and each time with a Message-ID of its own.
import { randomUUID } from 'node:crypto'
import type { Carriage, ComposedMail, Recomposed } from './composed-mail.ts'
import { mailDate } from './plain-head.ts'

/** `dated`: the date that it was composed with, which is made anew as well; null leaves its header as it is. */
export async function mailSeries(mail: ComposedMail, dated: Date | null): Promise<(now: Date) => ComposedMail> {
  const stamped = await stamper(mail, dated)
  return (now) => stamped({ id: randomUUID(), date: mailDate(now) })
}

type Stamp = { readonly id: string; readonly date: string }
type Stamper = (stamp: Stamp) => ComposedMail
/** A stretch of the mail that is written over; what is written has as many octets. */
type Place = { readonly at: number; readonly part: keyof Stamp }

async function stamper(mail: ComposedMail, dated: Date | null): Promise<Stamper> {
  const places = await placesOf(mail, dated)
  const remake = remaker(mail, dated)
  return (stamp) => ({
    ...mail,
    messageId: mail.messageId?.replace(uuid, stamp.id) ?? null,
    open: (room) => overwritten(mail.open(room), places, stamp),
    ...(remake === null ? {} : { recompose: async (...wish) => (await remake(...wish))(stamp) }),
  })
}

/** What is made anew for another server is made once as well. */
function remaker({ recompose }: ComposedMail, dated: Date | null) {
  if (recompose === undefined) return null
  const made = new Map<string, Promise<(stamp: Stamp) => Recomposed>>()
  const make = async (carriage: Carriage, signal: AbortSignal) => {
    const recomposed = await recompose(carriage, signal)
    if (recomposed.kind === 'impossible') return () => recomposed
    const stamped = await stamper(recomposed.mail, dated)
    return (stamp: Stamp): Recomposed => ({ ...recomposed, mail: stamped(stamp) })
  }
  return (carriage: Carriage, signal: AbortSignal) => {
    const key = `${carriage.body} ${carriage.headers}`
    const known = made.get(key) ?? make(carriage, signal)
    made.set(key, known)
    return known
  }
}

const lineStart = '\r\nDate: '
/** A Message-ID without one was chosen by somebody, and stays as it is. */
const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/

async function placesOf(mail: ComposedMail, dated: Date | null): Promise<Place[]> {
  const head = await beginning(mail)
  const id = uuid.exec(mail.messageId ?? '')?.[0]
  const idAt = id === undefined ? -1 : head.indexOf(id)
  const dateAt = dated === null ? -1 : head.indexOf(`${lineStart}${mailDate(dated)}`)
  return [
    ...(idAt === -1 ? [] : [{ at: idAt, part: 'id' } as const]),
    ...(dateAt === -1 ? [] : [{ at: dateAt + lineStart.length, part: 'date' } as const]),
  ]
}

async function beginning(mail: ComposedMail): Promise<Buffer> {
  for await (const chunk of mail.open()) return Buffer.from(chunk)
  return Buffer.alloc(0)
}

async function* overwritten(
  chunks: AsyncIterable<Uint8Array>,
  places: readonly Place[],
  stamp: Stamp,
): AsyncGenerator<Uint8Array> {
  let isFirst = true
  for await (const chunk of chunks) {
    yield isFirst ? written(chunk, places, stamp) : chunk
    isFirst = false
  }
}

/** A copy: the chunk may be the next mail's too. */
function written(chunk: Uint8Array, places: readonly Place[], stamp: Stamp): Buffer {
  const octets = Buffer.from(chunk)
  for (const { at, part } of places) octets.write(stamp[part], at, 'latin1')
  return octets
}
