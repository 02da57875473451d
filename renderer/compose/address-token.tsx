// One address of a list: its name or the address itself; red with the reason when it cannot be sent to.
import { Tooltip } from '@mantine/core'
import { IconAlertCircle, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import classes from './address-field.module.css'
import { readToken } from './recipients.ts'

type AddressTokenProps = {
  text: string
  onRemove(): void
  /** Back into the field, to be typed anew. */
  onCorrect(): void
  onMove(step: 1 | -1): void
}

export function AddressToken({ text, onRemove, onCorrect, onMove }: AddressTokenProps) {
  const { t } = useTranslation('compose')
  const { name, address, fault } = readToken(text)
  const reason = fault && t(`fault-${fault}`)
  const keys: Record<string, () => void> = {
    Backspace: onRemove,
    Delete: onRemove,
    Enter: onCorrect,
    F2: onCorrect,
    ArrowLeft: () => onMove(-1),
    ArrowRight: () => onMove(1),
  }
  return (
    <li className={classes.token} data-bad={fault !== null || undefined}>
      <Tooltip label={reason ?? address} disabled={!reason && name === ''}>
        <button
          type="button"
          className={classes.name}
          data-token
          aria-label={reason ? t('badToken', { text: visible(text), reason }) : t('token', { text })}
          onDoubleClick={onCorrect}
          onKeyDown={(event) => {
            const act = keys[event.key]
            if (!act) return
            event.preventDefault()
            act()
          }}
        >
          {fault && <IconAlertCircle size={14} aria-hidden />}
          {visible(name || address)}
        </button>
      </Tooltip>
      <button
        type="button"
        tabIndex={-1}
        className={classes.cross}
        aria-label={t('removeToken', { text: visible(text) })}
        onClick={onRemove}
      >
        <IconX size={12} aria-hidden />
      </button>
    </li>
  )
}

/** Control characters as the signs that Unicode has for showing them. */
const visible = (text: string): string =>
  text
    .replace(/[\x00-\x1f]/g, (sign) => String.fromCodePoint(0x2400 + sign.charCodeAt(0)))
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\u2028\u2029]/g, '\ufffd')
