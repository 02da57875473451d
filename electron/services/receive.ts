// A mail on its way from the loopback server into the inbox: kept first, then read for its line and for searching.
import { randomUUID } from 'node:crypto'
import type { IncomingMail } from '../engine/loopback/options.ts'
import { openMail, wordsOf } from '../engine/mail/index.ts'
import type { MailStore } from '../storage/mails.ts'
import type { Changes } from './changes.ts'

export type Inbox = { readonly mails: MailStore; readonly changes: Changes; readonly now: () => number }

/** Resolves once nothing of the mail can be lost any more; a mail that breaks off leaves nothing behind. */
export async function receiveMail({ mails, changes, now }: Inbox, mail: IncomingMail): Promise<{ id: string }> {
  const id = randomUUID()
  const writer = mails.write(id)
  try {
    for await (const chunk of mail.content) await writer.write(chunk)
    const source = await writer.finish()
    const content = await openMail(source.bytes === null ? await mails.source(id) : new Blob([source.bytes]))
    const line = {
      id,
      receivedAt: now(),
      envelopeFrom: mail.envelopeFrom,
      envelopeTo: [...mail.envelopeTo],
      from: content.from,
      subject: content.subject,
      size: source.size,
      isTls: mail.isTls,
      user: mail.user,
      isRead: false,
      attachmentCount: content.parts.filter(({ isInline }) => !isInline).length,
      transcriptId: mail.transcriptId,
    }
    mails.add(line, source, wordsOf(content))
  } catch (trouble) {
    await writer.discard()
    throw trouble
  }
  changes.publish('inbox')
  return { id }
}
