// What is worth a second look before sending, and what keeps it from being sent: a quiet list; each line leads to its field.
import { UnstyledButton } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { draftWarnings } from '#shared/compose/warnings.ts'
import type { OpenDraft } from './composer.ts'
import { focusField, focusWire } from './panels.ts'
import { profileOf } from './send.ts'
import { useWire } from './use-wire.ts'
import { isSerious, warningText } from './warning-text.ts'
import classes from './warnings.module.css'

export function Warnings({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const { t: wire } = useTranslation('wire')
  const warnings = draftWarnings(open.draft, profileOf(open.draft))
  const { faults } = useWire(open.draft)
  if (warnings.length === 0 && faults.length === 0) return null
  return (
    <ul className={classes.warnings} aria-label={t('warnings')}>
      {faults.map((fault) => (
        <li key={fault} data-serious>
          <UnstyledButton className={classes.warning} onClick={() => focusWire(fault)}>
            <IconAlertTriangle size={14} aria-hidden /> {t('wireFault', { field: wire(fault) })}
          </UnstyledButton>
        </li>
      ))}
      {warnings.map((warning) => {
        const Icon = isSerious(warning) ? IconAlertTriangle : IconInfoCircle
        const text = warningText(warning)
        return (
          <li key={text} data-serious={isSerious(warning) || undefined}>
            <UnstyledButton className={classes.warning} onClick={() => focusField(warning.field)}>
              <Icon size={14} aria-hidden /> {text}
            </UnstyledButton>
          </li>
        )
      })}
    </ul>
  )
}
