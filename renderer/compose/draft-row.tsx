// One line of the list of drafts: subject, for whom, when, and what became of it.
import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { StoredDraft } from '#shared/values/draft.ts'
import { go } from '../frame/route.ts'
import { shortTime } from '../ui/time.ts'
import classes from './draft-pane.module.css'
import { stateOf } from './draft-state.ts'
import { readToken, recipientFields } from './recipients.ts'
import { removeDraft } from './remove-draft.ts'

export function DraftRow({ stored: { draft, savedAt, receipt }, isOpen }: { stored: StoredDraft; isOpen: boolean }) {
  const { t } = useTranslation('compose')
  const subject = draft.subject.trim() || t('noSubject')
  const state = stateOf(receipt)
  return (
    <li className={classes.row} data-open={isOpen || undefined}>
      <UnstyledButton
        className={classes.open}
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => go('compose', draft.id)}
      >
        <span className={classes.subject}>{subject}</span>
        <span className={classes.more}>
          <span className={classes.state} data-state={state}>
            {t(`state-${state}`)}
          </span>
          <span className={classes.for}>{namesOf(draft)}</span>
          <time>{shortTime(savedAt)}</time>
        </span>
      </UnstyledButton>
      <ActionIcon
        size="sm"
        className={classes.remove ?? ''}
        aria-label={t('deleteDraft', { subject })}
        onClick={() => removeDraft(draft.id, subject, isOpen)}
      >
        <IconTrash size={14} />
      </ActionIcon>
    </li>
  )
}

function namesOf(draft: StoredDraft['draft']): string {
  const tokens = recipientFields.flatMap((field) => draft[field]).map(readToken)
  return tokens.map(({ name, address }) => name || address).join(', ')
}
