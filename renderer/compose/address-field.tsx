// A field of address tokens: typed, pasted, completed, corrected and removed by keyboard or pointer.
import { Combobox, useCombobox } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { complete, usedAddresses } from './address-book.ts'
import classes from './address-field.module.css'
import { AddressToken } from './address-token.tsx'
import type { OpenDraft } from './composer.ts'
import { FieldRow } from './field-row.tsx'
import { endsAddress, type RecipientField, sameAddress } from './recipients.ts'
import { composerStore, draftListStore } from './store.ts'

type AddressFieldProps = { field: RecipientField; open: OpenDraft; fault: string | null; aside?: React.ReactNode }

const selectDrafts = (store: { drafts: Parameters<typeof usedAddresses>[0] | null }) => store.drafts

export function AddressField({ field, open, fault, aside }: AddressFieldProps) {
  const { t } = useTranslation('compose')
  const { edit, type, settle } = composerStore.getState()
  const drafts = useStore(draftListStore, selectDrafts)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const input = useRef<HTMLInputElement>(null)
  const tokens = useRef<HTMLUListElement>(null)
  const list = open.draft[field]
  const typed = open.typed[field]
  const offers = complete(usedAddresses(drafts ?? []), typed, list)

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
  const without = (index: number) => list.filter((_, at) => at !== index)
  const remove = (index: number) => {
    edit({ [field]: without(index) })
    input.current?.focus()
  }
  const correct = (index: number) => {
    settle(field)
    const text = list[index] ?? ''
    const { situation } = composerStore.getState()
    const now = situation.kind === 'open' ? situation.draft[field] : list
    edit({ [field]: now.filter((one) => !sameAddress(one, text)) })
    write(text)
    combobox.closeDropdown()
    input.current?.focus()
  }
  const focusToken = (index: number) => {
    const buttons = tokens.current?.querySelectorAll<HTMLElement>('[data-token]')
    if (index >= list.length) input.current?.focus()
    else buttons?.[Math.max(0, index)]?.focus()
  }
  const keys = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const isAtStart = event.currentTarget.selectionStart === 0 && event.currentTarget.selectionEnd === 0
    if (isAtStart && (event.key === 'Backspace' || event.key === 'ArrowLeft') && list.length > 0) {
      event.preventDefault()
      focusToken(list.length - 1)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (combobox.getSelectedOptionIndex() === -1) finish()
    } else if ((event.key === ',' || event.key === ';') && endsAddress(typed)) {
      event.preventDefault()
      finish()
    }
  }

  return (
    <FieldRow
      label={t(field)}
      isSpare={field !== 'to' && list.length === 0 && typed === ''}
      fault={fault}
      aside={aside}
      onLabel={() => input.current?.focus()}
    >
      <Combobox store={combobox} onOptionSubmit={take} size="sm" offset={4} middlewares={{ flip: true, shift: true }}>
        <Combobox.DropdownTarget>
          <ul className={classes.tokens} ref={tokens} aria-label={t('tokensOf', { field: t(field) })}>
            {list.map((text, index) => (
              <AddressToken
                key={text}
                text={text}
                onRemove={() => remove(index)}
                onCorrect={() => correct(index)}
                onMove={(step) => focusToken(index + step)}
              />
            ))}
            <li className={classes.place}>
              <Combobox.EventsTarget withExpandedAttribute>
                <input
                  ref={input}
                  className={classes.input}
                  data-field={field}
                  aria-label={t(field)}
                  aria-invalid={fault !== null}
                  spellCheck={false}
                  autoComplete="off"
                  value={typed}
                  onChange={(event) => write(event.currentTarget.value)}
                  onPaste={(event) => {
                    event.preventDefault()
                    type(field, typed + event.clipboardData.getData('text/plain'))
                    finish()
                  }}
                  onKeyDown={keys}
                  onBlur={finish}
                />
              </Combobox.EventsTarget>
            </li>
          </ul>
        </Combobox.DropdownTarget>
        <Combobox.Dropdown hidden={offers.length === 0}>
          <Combobox.Options aria-label={t('usedBefore')}>
            {offers.map((offer) => (
              <Combobox.Option key={offer} value={offer} onMouseDown={(event) => event.preventDefault()}>
                {offer}
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
    </FieldRow>
  )
}
