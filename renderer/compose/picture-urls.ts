// Addresses under which the page shows the bytes of inline pictures, each made once.
import { api } from '../channel/api.ts'
import { composerStore } from './store.ts'

const urls = new Map<string, Promise<string | null>>()

/** Null when there is no such attachment, or its bytes are gone. */
export function pictureUrl(contentId: string): Promise<string | null> {
  const known = urls.get(contentId)
  if (known) return known
  const url = read(contentId)
  urls.set(contentId, url)
  return url
}

/** A picture that was just added: its bytes are here already. */
export function knowPicture(contentId: string, file: Blob): void {
  urls.set(contentId, Promise.resolve(URL.createObjectURL(file)))
}

async function read(contentId: string): Promise<string | null> {
  const { situation } = composerStore.getState()
  const attachments = situation.kind === 'open' ? situation.draft.attachments : []
  const attachment = attachments.find((one) => one.contentId === contentId)
  if (!attachment) {
    urls.delete(contentId)
    return null
  }
  try {
    const bytes = await api.attachments.read({ id: attachment.id })
    return URL.createObjectURL(new Blob([await bytes.arrayBuffer()], { type: attachment.type }))
  } catch {
    return null
  }
}
