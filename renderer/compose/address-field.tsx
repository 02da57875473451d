// A field of address tokens: typed, pasted, completed, corrected and removed by keyboard or pointer.
import { Combobox } from '@mantine/core'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './address-field.module.css'
import { AddressToken } from './address-token.tsx'
import type { OpenDraft } from './composer.ts'
import { FieldRow } from './field-row.tsx'
import type { RecipientField } from './recipients.ts'
import { type AddressList, addressKeys, useAddressList } from './use-address-list.ts'

type AddressFieldProps = { field: RecipientField; open: OpenDraft; fault: string | null; aside?: React.ReactNode }

export function AddressField({ field, open, fault, aside }: AddressFieldProps) {
  const { t } = useTranslation('compose')
  const addresses = useAddressList(field, open)
  const { list, typed, offers, combobox, input, take } = addresses
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
          <Tokens field={field} addresses={addresses} isBad={fault !== null} />
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

type TokensProps = { field: RecipientField; addresses: AddressList; isBad: boolean; ref?: React.Ref<HTMLDivElement> }

/** The dropdown hangs on the outer element. */
function Tokens({ field, addresses, isBad, ref }: TokensProps) {
  const { t } = useTranslation('compose')
  const { list, typed, input, write, finish, paste, remove, correct } = addresses
  const tokens = useRef<HTMLUListElement>(null)
  const focusToken = (index: number) => {
    const buttons = tokens.current?.querySelectorAll<HTMLElement>('[data-token]')
    if (index >= list.length) input.current?.focus()
    else buttons?.[Math.max(0, index)]?.focus()
  }
  return (
    <div ref={ref} className={classes.anchor}>
      <ul className={classes.tokens} ref={tokens} aria-label={t('tokensOf', { field: t(field) })}>
        {list.map((text, index) => (
          <AddressToken
            key={text}
            text={text}
            onRemove={() => remove(text)}
            onCorrect={() => correct(text)}
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
              aria-invalid={isBad}
              spellCheck={false}
              autoComplete="off"
              value={typed}
              onChange={(event) => write(event.currentTarget.value)}
              onPaste={(event) => {
                event.preventDefault()
                paste(event.clipboardData.getData('text/plain'))
              }}
              onKeyDown={addressKeys(addresses, () => focusToken(list.length - 1))}
              onBlur={finish}
            />
          </Combobox.EventsTarget>
        </li>
      </ul>
    </div>
  )
}
