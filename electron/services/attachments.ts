// The chapter `attachments`: files of drafts, given to us piece by piece. The page never names a file on disk.
import { randomUUID } from 'node:crypto'
import { hasControl } from '#shared/address/index.ts'
import type { Attachment } from '#shared/values/draft.ts'
import { answer, inputError, notFound } from './answer.ts'
import type { ServiceTools } from './tools.ts'

export function createAttachments({ storage: { attachments, drafts } }: ServiceTools) {
  const find = (id: string) => {
    const attachment = attachments.get(id)
    if (attachment === null) throw notFound(id)
    return attachment
  }
  const inTurn = createTurns()

  return {
    begin: answer.attachments.begin.handler(({ input: { draftId, name, type, size, isInline } }) => {
      if (drafts.get(draftId) === null) throw notFound(draftId)
      const id = randomUUID()
      const contentId = isInline ? `${id}@heloise` : null
      const attachment: Attachment = { id, name: shownName(name), type: mediaType(type), size, contentId }
      attachments.begin(draftId, attachment)
      return attachment
    }),
    append: answer.attachments.append.handler(({ input: { id, bytes } }) =>
      inTurn(id, async () => {
        const { name, size, received } = find(id)
        if (received + bytes.size > size) throw inputError('attachment-missing', { file: name })
        return { received: await attachments.append(id, new Uint8Array(await bytes.arrayBuffer())) }
      }),
    ),
    remove: answer.attachments.remove.handler(({ input: { id } }) =>
      inTurn(id, async () => {
        find(id)
        attachments.remove(id)
      }),
    ),
    read: answer.attachments.read.handler(async ({ input: { id } }) => {
      const { name, size, received } = find(id)
      if (received !== size) throw inputError('attachment-missing', { file: name })
      return attachments.blob(id)
    }),
  }
}

/** The last part of what may be a path of another system, without controls; it is shown and sent, never opened. */
function shownName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const shown = [...last]
    .filter((sign) => !hasControl(sign))
    .join('')
    .trim()
  return shown === '' ? 'attachment' : shown
}

/** RFC 2045 §5.1: type and subtype, both tokens; parameters are not taken from the page. */
function mediaType(type: string): string {
  const match = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+/.exec(type)
  return match === null ? 'application/octet-stream' : match[0].toLowerCase()
}

/** Work on one id is done one after the other, in the order in which it was asked for. */
function createTurns() {
  const last = new Map<string, Promise<unknown>>()
  return <T>(id: string, work: () => Promise<T>): Promise<T> => {
    const turn = (last.get(id) ?? Promise.resolve()).then(work, work)
    last.set(id, turn)
    const leave = () => {
      if (last.get(id) === turn) last.delete(id)
    }
    turn.then(leave, leave)
    return turn
  }
}
