// Files into the draft: as attachments below the text, or as pictures in it.
import type { Attachment } from '#shared/values/draft.ts'
import { api } from '../channel/api.ts'
import { knowPicture } from './picture-urls.ts'
import { cidUrl } from './pictures.ts'
import { composerStore, uploadStore } from './store.ts'

export async function attachFiles(files: Iterable<File>): Promise<void> {
  const draftId = openId()
  if (draftId === null) return
  await Promise.all([...files].map((file) => attach(draftId, file, false)))
}

/** Resolves with what an `<img>` of the mail points at. */
export async function attachPicture(file: File): Promise<{ src: string; alt: string }> {
  const draftId = openId()
  const attachment = draftId && (await attach(draftId, file, true))
  if (!attachment || attachment.contentId === null) throw new Error('The picture was not taken')
  knowPicture(attachment.contentId, file)
  return { src: cidUrl(attachment.contentId), alt: attachment.name.replace(/\.[^.]*$/, '') }
}

export function removeAttachment(id: string): void {
  const { situation, edit } = composerStore.getState()
  if (situation.kind !== 'open') return
  edit({ attachments: situation.draft.attachments.filter((one) => one.id !== id) })
  void api.attachments.remove({ id }).catch(() => undefined)
}

/** How a hidden `<input type=file>` asks for files. */
export function chooseFiles(): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.multiple = true
  input.addEventListener('change', () => void attachFiles(input.files ?? []))
  input.click()
}

async function attach(draftId: string, file: File, isInline: boolean): Promise<Attachment | null> {
  const attachment = await uploadStore.getState().add(draftId, file, isInline)
  if (attachment) await keep(draftId, attachment)
  return attachment
}

/** The draft may no longer be the one that is open when a large file has arrived. */
async function keep(draftId: string, attachment: Attachment): Promise<void> {
  const { situation, edit } = composerStore.getState()
  if (situation.kind === 'open' && situation.draft.id === draftId)
    return edit({ attachments: [...situation.draft.attachments, attachment] })
  const { draft } = await api.drafts.get({ id: draftId })
  await api.drafts.save({ ...draft, attachments: [...draft.attachments, attachment] })
}

function openId(): string | null {
  const { situation } = composerStore.getState()
  return situation.kind === 'open' ? situation.draft.id : null
}
