// An address of one's own, to which mails of level 3 may go.
import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { noteBelow } from './note-below.ts'
import { askStore, isMailbox } from './store.ts'

export function MailboxField() {
  const { t } = useTranslation('diagnose')
  const { level, mailbox, change } = useStore(askStore)
  return (
    <TextInput
      {...noteBelow}
      label={t('mailbox')}
      description={t(level < 3 ? 'mailboxFromLevel' : 'mailboxNote')}
      disabled={level < 3}
      type="email"
      autoComplete="off"
      spellCheck={false}
      placeholder="me@example.com"
      value={mailbox ?? ''}
      error={mailbox !== null && !isMailbox(mailbox) && t('mailboxFault')}
      onChange={(event) => change({ mailbox: event.currentTarget.value.trim() || null })}
    />
  )
}
