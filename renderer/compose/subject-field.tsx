// The subject. What is pasted stays as it was pasted: a line break in it is told, never silently taken out.
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { OpenDraft } from './composer.ts'
import { FieldRow } from './field-row.tsx'
import classes from './header.module.css'
import { pasteInto } from './paste.ts'
import { composerStore } from './store.ts'

export function SubjectField({ open, fault }: { open: OpenDraft; fault: string | null }) {
  const { t } = useTranslation('compose')
  const input = useRef<HTMLInputElement>(null)
  const { edit } = composerStore.getState()
  return (
    <FieldRow label={t('subject')} fault={fault} onLabel={() => input.current?.focus()}>
      <input
        ref={input}
        className={`${classes.text} ${classes.subject}`}
        data-field="subject"
        aria-label={t('subject')}
        aria-invalid={fault !== null}
        value={open.draft.subject}
        onChange={(event) => edit({ subject: event.currentTarget.value })}
        onPaste={(event) => pasteInto(event, open.draft.subject, (subject) => edit({ subject }))}
      />
    </FieldRow>
  )
}
