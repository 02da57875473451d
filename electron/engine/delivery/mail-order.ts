// Which of the mails that wait may go next, and on which connection. Mails to one recipient keep their order: a mail is held back
// while an earlier one to any of its recipients waits or is on another connection; on the same one it follows right behind.
import { parseRecipient, toAsciiDomain } from '#shared/address/index.ts'

export type Ordered = {
  /** Its place in the order. */
  readonly index: number
  readonly recipients: readonly string[]
}

export type MailOrder<Mail extends Ordered> = {
  readonly waiting: readonly Mail[]
  /** New, or back from a connection that did not send it: it waits at its place. */
  add(mail: Mail): void
  /** The first that may go on this connection; null when none may now. */
  find(lane: number): Mail | null
  /** It is on this connection from now on. */
  take(mail: Mail, lane: number): void
  /** Its verdict is known. */
  finish(mail: Mail): void
}

/** `mayOvertake`: the order does not matter, so that nothing is held back. */
export function createMailOrder<Mail extends Ordered>(mayOvertake: boolean): MailOrder<Mail> {
  const waiting: Mail[] = []
  /** The connection of each mail that is on its way, by its place. */
  const lanes = new Map<number, number>()
  /** Places of the mails to each recipient whose verdict is not known, in their order. */
  const unfinished = new Map<string, number[]>()
  const keysOf = ({ recipients }: Mail) => (mayOvertake ? [] : new Set(recipients.map(keyOf)))

  const mayGo = (mail: Mail, lane: number): boolean => {
    for (const key of keysOf(mail))
      for (const index of unfinished.get(key) ?? []) {
        if (index >= mail.index) break
        if (lanes.get(index) !== lane) return false
      }
    return true
  }

  return {
    waiting,
    add(mail) {
      lanes.delete(mail.index)
      insert(waiting, mail, ({ index }) => index)
      for (const key of keysOf(mail)) {
        const places = unfinished.get(key) ?? []
        if (!places.includes(mail.index)) insert(places, mail.index, (index) => index)
        unfinished.set(key, places)
      }
    },
    find: (lane) => waiting.find((mail) => mayGo(mail, lane)) ?? null,
    take(mail, lane) {
      waiting.splice(waiting.indexOf(mail), 1)
      lanes.set(mail.index, lane)
    },
    finish(mail) {
      lanes.delete(mail.index)
      for (const key of keysOf(mail)) {
        const places = (unfinished.get(key) ?? []).filter((index) => index !== mail.index)
        if (places.length > 0) unfinished.set(key, places)
        else unfinished.delete(key)
      }
    },
  }
}

/** Two spellings of one address are the same; two addresses that are taken for one are only slower. */
function keyOf(address: string): string {
  const parsed = parseRecipient(address)
  return (parsed.kind === 'mailbox' ? toAsciiDomain(parsed.mailbox) : address).toLowerCase()
}

/** Behind the last that is smaller: nearly always at the end. */
function insert<T>(list: T[], item: T, rank: (item: T) => number): void {
  const place = list.findLastIndex((one) => rank(one) < rank(item)) + 1
  list.splice(place, 0, item)
}
