// The files of a draft that travel with it: those that are there in whole, and of the inline pictures those that are shown.
import type { Attachment, Draft } from '#shared/values/draft.ts'
import { smtpError } from '../smtp-error.ts'
import { checkedHeader } from './input-checks.ts'

/** The bytes from the start, each time it is called; null when they are not there, or not all of them. */
export type OpenAttachment = (id: string) => AsyncIterable<Uint8Array> | null

export type AttachedFile = Attachment & { readonly open: () => AsyncIterable<Uint8Array> }

export function attachedFiles({ attachments, format, html }: Draft, openAttachment: OpenAttachment): AttachedFile[] {
  return attachments
    .filter(({ contentId }) => contentId === null || (format !== 'plain' && html.includes(`cid:${contentId}`)))
    .map((attachment) => {
      checkedHeader(attachment.name, 'name of an attachment')
      const open = () => openAttachment(attachment.id) ?? failMissing(attachment)
      // Asked once beforehand, so that nothing is sent of a mail that cannot be whole.
      if (openAttachment(attachment.id) === null) failMissing(attachment)
      return { ...attachment, open: () => exactly(attachment, open()) }
    })
}

/** The size was promised to the server: a file that changed meanwhile must not go out under it. */
async function* exactly(attachment: Attachment, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    yield chunk
  }
  if (size !== attachment.size) failMissing(attachment)
}

function failMissing({ name }: Attachment): never {
  const message = `The bytes of the attachment "${name}" are not there, or not all of them. Nothing was sent.`
  throw smtpError('attachment-missing', 'input', message, { facts: { file: name } })
}
