// The chapter `drafts`: mails being written. What becomes of them when they are sent: send.ts.
import { answer, inputError, notFound } from './answer.ts'
import { newDraft } from './new-draft.ts'
import type { ServiceTools } from './tools.ts'

export function createDrafts({ storage, changes, now }: ServiceTools) {
  const { drafts, profiles, attachments } = storage

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
    source: answer.drafts.source.handler(() => {
      throw inputError('internal', {})
    }),
    eml: answer.drafts.eml.handler(() => {
      throw inputError('internal', {})
    }),
    send: answer.drafts.send.handler(() => {
      throw inputError('internal', {})
    }),
  }
}
