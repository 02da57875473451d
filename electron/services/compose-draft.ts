// A stored draft becomes a mail: its files come from storage, a sender left empty from the profile.
import { formatAddress } from '#shared/address/index.ts'
import type { Draft } from '#shared/values/draft.ts'
import { type ComposedMail, composeMail, fileOctets } from '../engine/mail/index.ts'
import type { ServiceTools } from './tools.ts'

export function composeDraft(
  draft: Draft,
  { storage, now }: Pick<ServiceTools, 'storage' | 'now'>,
): Promise<ComposedMail> {
  const { attachments, profiles } = storage
  const sender = draft.profileId === null ? undefined : profiles.get(draft.profileId)?.profile.sender
  const isFromKnown = draft.from.trim() !== '' || sender === undefined || sender.address === ''
  const whole: Draft = {
    ...draft,
    from: isFromKnown ? draft.from : formatAddress(sender),
    // What storage knows of them counts, not what the page says.
    attachments: draft.attachments.map((attachment) => attachments.get(attachment.id) ?? attachment),
  }
  return composeMail(whole, {
    now: new Date(now()),
    hostname: 'localhost',
    openAttachment(id) {
      const stored = attachments.get(id)
      if (stored === null || stored.received !== stored.size) return null
      const path = attachments.path(id)
      return path === null ? nothing() : fileOctets(path)
    },
  })
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

/** The beginning of the bytes, at most so many octets. */
export async function beginningOf(mail: ComposedMail, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of mail.open()) {
    chunks.push(chunk)
    size += chunk.length
    if (size >= most) break
  }
  return Buffer.concat(chunks).subarray(0, most)
}
