// Deletes a draft from the list, with a way back for a few seconds.
import { notifications } from '@mantine/notifications'
import { t } from 'i18next'
import { go } from '../frame/route.ts'
import { timeToUndo } from './draft-list.ts'
import { composerStore, draftListStore } from './store.ts'
import { undoNotice } from './undo-notice.tsx'

export function removeDraft(id: string, subject: string, isOpen: boolean): void {
  const { remove, undo } = draftListStore.getState()
  const undoRemoval = () => {
    notifications.hide(id)
    undo(id)
    if (isOpen) go('compose', id)
  }
  remove(id)
  notifications.show({
    id,
    autoClose: timeToUndo,
    message: undoNotice(t('compose:deleted', { subject }), t('ui:undo'), undoRemoval),
  })
  if (isOpen) void openNext()
}

/** The next one in the list, or a new one when there is none. */
async function openNext(): Promise<void> {
  await composerStore.getState().save()
  const [next] = draftListStore.getState().drafts ?? []
  const id = next ? next.draft.id : await composerStore.getState().create(null)
  if (id) go('compose', id)
}
