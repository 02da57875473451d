// A mail on its way from the loopback server into the inbox: kept, with what its header tells. The rest is read later.
import { randomUUID } from 'node:crypto'
import type { IncomingMail } from '../engine/loopback/options.ts'
import { headOctets, readHead } from '../engine/mail/index.ts'
import type { MailSource } from '../storage/mail-sources.ts'
import type { MailStore } from '../storage/mails.ts'
import type { Changes } from './changes.ts'
import type { MailIndexer } from './mail-indexer.ts'
import { createMailKeeper } from './mail-keeper.ts'

export type Inbox = {
  readonly mails: MailStore
  readonly indexer: MailIndexer
  readonly changes: Changes
  readonly now: () => number
}

/** Resolves once nothing of the mail can be lost any more; a mail that breaks off leaves nothing behind. */
export type Receive = (mail: IncomingMail) => Promise<{ id: string }>

export function createReceive({ mails, indexer, changes, now }: Inbox): Receive {
  const keeper = createMailKeeper(mails)
  return async ({ content, ...envelope }) => {
    const id = randomUUID()
    const writer = mails.write(id)
    const expected = keeper.expect()
    const read = async () => {
      for await (const chunk of content) await writer.write(chunk)
      const source = await writer.finish()
      const head = await readHead(await beginningOf(source, mails, id))
      const line = { ...envelope, envelopeTo: [...envelope.envelopeTo], ...head, size: source.size }
      return { mail: { id, receivedAt: now(), ...line, isRead: false, attachmentCount: 0 }, source }
    }
    try {
      const mail = await read().catch((trouble: unknown) => {
        expected.forget()
        throw trouble
      })
      await expected.keep(mail)
    } catch (trouble) {
      await writer.discard()
      throw trouble
    }
    indexer.later()
    changes.publish('inbox')
    return { id }
  }
}

async function beginningOf({ bytes }: MailSource, mails: MailStore, id: string): Promise<Uint8Array> {
  if (bytes !== null) return bytes.subarray(0, headOctets)
  const source = await mails.source(id)
  return source.slice(0, headOctets).bytes()
}
