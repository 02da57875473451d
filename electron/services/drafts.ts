// The chapter `drafts`: mails being written. What becomes of them when they are sent: send.ts.
import { answer, notFound } from './answer.ts'
import { createBulkRuns } from './bulk-runs.ts'
import { beginningOf, composeDraft } from './compose-draft.ts'
import { newDraft } from './new-draft.ts'
import { send } from './send.ts'
import { sendMany } from './send-many.ts'
import type { ServiceTools } from './tools.ts'

export function createDrafts(tools: ServiceTools) {
  const { storage, changes, now } = tools
  const { drafts, profiles, attachments } = storage
  const runs = createBulkRuns()

  const find = (id: string) => {
    const stored = drafts.get(id)
    if (stored === null) throw notFound(id)
    return stored
  }

  return {
    list: answer.drafts.list.handler(() => drafts.list()),
    get: answer.drafts.get.handler(({ input }) => find(input.id)),
    create: answer.drafts.create.handler(({ input: { profileId, mailto } }) => {
      const profile = profileId === null ? profiles.list()[0] : profiles.get(profileId)
      if (profile === null) throw notFound(profileId ?? '')
      const stored = drafts.save(newDraft(profile?.profile ?? null, mailto), now())
      changes.publish('drafts')
      return stored
    }),
    save: answer.drafts.save.handler(({ input }) => {
      const stored = drafts.save(input, now())
      changes.publish('drafts')
      return stored
    }),
    remove: answer.drafts.remove.handler(({ input: { id } }) => {
      find(id)
      attachments.removeAll(id)
      drafts.remove(id)
      changes.publish('drafts')
    }),
    source: answer.drafts.source.handler(async ({ input }) => {
      const mail = await composeDraft(input, tools)
      const source = await beginningOf(mail, largestSource)
      const { size, envelope } = mail
      return { source: source.toString('utf8'), isTruncated: size > largestSource, size, envelope }
    }),
    eml: answer.drafts.eml.handler(async ({ input }) => {
      const mail = await composeDraft(input, tools)
      const bytes = await beginningOf(mail, Number.POSITIVE_INFINITY)
      return new Blob([Uint8Array.from(bytes)], { type: 'message/rfc822' })
    }),
    send: answer.drafts.send.handler(({ input, signal }) => send(input, signal, tools)),
    sendMany: answer.drafts.sendMany.handler(({ input, signal }) => sendMany(input, signal, { ...tools, runs })),
    stopMany: answer.drafts.stopMany.handler(({ input: { id } }) => runs.stop(id)),
  }
}

/** Octets of a mail that its source view shows. */
const largestSource = 1024 * 1024
