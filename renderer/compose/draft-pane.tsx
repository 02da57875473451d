// The drafts and the mails that were sent from here, at the left; folds away.
import { ActionIcon, Tooltip } from '@mantine/core'
import { useLocalStorage } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand, IconPencilPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { StoredDraft } from '#shared/values/draft.ts'
import { runAction } from '../frame/actions.ts'
import classes from './draft-pane.module.css'
import { DraftRow } from './draft-row.tsx'
import { draftListStore } from './store.ts'

const selectDrafts = (store: { drafts: readonly StoredDraft[] | null }) => store.drafts

/** Pixels of window below which the list is folded until it is asked for. */
const roomForList = 1100

export function DraftPane({ openId }: { openId: string | null }) {
  const { t } = useTranslation('compose')
  const drafts = useStore(draftListStore, selectDrafts) ?? []
  const [asked, setAsked] = useLocalStorage<boolean | null>({ key: 'heloise.drafts-folded', defaultValue: null })
  const isFolded = asked ?? window.innerWidth < roomForList
  const Icon = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse
  const foldLabel = t(isFolded ? 'unfoldDrafts' : 'foldDrafts')
  return (
    <nav className={classes.pane} data-folded={isFolded || undefined} aria-label={t('drafts')}>
      <header className={classes.head}>
        {!isFolded && <h2>{t('drafts')}</h2>}
        <Tooltip label={t('newMail')}>
          <ActionIcon aria-label={t('newMail')} onClick={() => runAction('new-mail')}>
            <IconPencilPlus size={17} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={foldLabel}>
          <ActionIcon aria-label={foldLabel} aria-expanded={!isFolded} onClick={() => setAsked(!isFolded)}>
            <Icon size={17} />
          </ActionIcon>
        </Tooltip>
      </header>
      {!isFolded && (
        <ul className={classes.list}>
          {drafts.map((stored) => (
            <DraftRow key={stored.draft.id} stored={stored} isOpen={stored.draft.id === openId} />
          ))}
        </ul>
      )}
    </nav>
  )
}
