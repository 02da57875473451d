// The chapter `inbox`: what the loopback server received. How a mail gets here: receive.ts.
import { openMail } from '../engine/mail/index.ts'
import { answer, notFound } from './answer.ts'
import type { ServiceTools } from './tools.ts'

export function createInbox({ storage: { mails }, indexer, changes }: ServiceTools) {
  const find = (id: string) => {
    const mail = mails.get(id)
    if (mail === null) throw notFound(id)
    return mail
  }

  return {
    list: answer.inbox.list.handler(async ({ input }) => {
      if (input.search !== '') await indexer.finish()
      return mails.list(input)
    }),
    open: answer.inbox.open.handler(async ({ input: { id } }) => {
      const mail = find(id)
      const { headers, html, text, parts } = await openMail(await mails.source(id))
      if (!mail.isRead) {
        mails.markRead(id)
        changes.publish('inbox')
      }
      return { mail: { ...mail, isRead: true }, headers, html, text, parts }
    }),
    raw: answer.inbox.raw.handler(({ input: { id } }) => mails.source(find(id).id)),
    part: answer.inbox.part.handler(async ({ input: { id, index } }) => {
      const { parts, contents } = await openMail(await mails.source(find(id).id))
      const content = contents[index]
      if (content === undefined) throw notFound(`${id}/${index}`)
      return new Blob([content], { type: parts[index]?.type ?? '' })
    }),
    remove: answer.inbox.remove.handler(({ input: { ids } }) => {
      mails.remove(ids)
      changes.publish('inbox')
    }),
    clear: answer.inbox.clear.handler(() => {
      mails.clear()
      changes.publish('inbox')
    }),
  }
}
