// What can be done to the addresses of one field, and the addresses that complete what is typed.
import { useCombobox } from '@mantine/core'
import { useRef } from 'react'
import { useStore } from 'zustand'
import type { StoredDraft } from '#shared/values/draft.ts'
import { complete, usedAddresses } from './address-book.ts'
import type { OpenDraft } from './composer.ts'
import { endsAddress, type RecipientField, sameAddress } from './recipients.ts'
import { openDraft } from './send.ts'
import { composerStore, draftListStore } from './store.ts'

const selectDrafts = (store: { drafts: readonly StoredDraft[] | null }) => store.drafts

export function useAddressList(field: RecipientField, open: OpenDraft) {
  const { edit, type, settle } = composerStore.getState()
  const drafts = useStore(draftListStore, selectDrafts)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const input = useRef<HTMLInputElement>(null)
  const list = open.draft[field]
  const typed = open.typed[field]

  const write = (text: string) => {
    type(field, text)
    combobox.resetSelectedOption()
    if (text.trim() === '') combobox.closeDropdown()
    else combobox.openDropdown()
  }
  const finish = () => {
    settle(field)
    combobox.closeDropdown()
  }
  const take = (offer: string) => {
    write('')
    edit({ [field]: [...list, offer] })
  }
  const remove = (text: string) => {
    const now = openDraft()?.draft[field] ?? []
    edit({ [field]: now.filter((one) => !sameAddress(one, text)) })
    input.current?.focus()
  }
  const correct = (text: string) => {
    finish()
    remove(text)
    write(text)
    combobox.closeDropdown()
  }
  const paste = (text: string) => {
    type(field, typed + text)
    finish()
  }
  const offers = complete(usedAddresses(drafts ?? []), typed, list)
  return { list, typed, offers, combobox, input, write, finish, take, remove, correct, paste }
}

export type AddressList = ReturnType<typeof useAddressList>

/** Enter and separators end an address; from the start of the field the way leads back to the tokens. */
export function addressKeys(
  { list, typed, combobox, finish }: AddressList,
  toLastToken: () => void,
): (event: React.KeyboardEvent<HTMLInputElement>) => void {
  return (event) => {
    if (event.nativeEvent.isComposing) return
    const { selectionStart, selectionEnd } = event.currentTarget
    const goesBack = event.key === 'Backspace' || event.key === 'ArrowLeft'
    if (goesBack && selectionStart === 0 && selectionEnd === 0 && list.length > 0) {
      event.preventDefault()
      toLastToken()
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (combobox.getSelectedOptionIndex() === -1) finish()
    } else if ((event.key === ',' || event.key === ';') && endsAddress(typed)) {
      event.preventDefault()
      finish()
    }
  }
}
