// The compose screen, in the frame and in a window of its own.
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { runAction } from '../frame/actions.ts'
import { routeStore } from '../frame/route.ts'
import { failureOf } from '../ui/problem.ts'
import { WhyCard } from '../ui/why-card.tsx'
import type { Situation } from './composer.ts'
import { ComposerView } from './composer-view.tsx'
import { DraftPane } from './draft-pane.tsx'
import { ManyDialog } from './many-dialog.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import classes from './screen.module.css'
import { composerStore } from './store.ts'
import { useComposeActions } from './use-actions.ts'
import { useLife } from './use-life.ts'
import { followRoute, useRoutedDraft } from './use-routed-draft.ts'

const selectSituation = (store: { situation: Situation }) => store.situation
const selectIsOwn = (route: { isOwnWindow: boolean }) => route.isOwnWindow

export default function ComposeScreen() {
  const isOwnWindow = useStore(routeStore, selectIsOwn)
  const situation = useStore(composerStore, selectSituation)
  useRoutedDraft()
  useLife()
  useComposeActions()
  return (
    <div className={classes.screen}>
      {!isOwnWindow && <DraftPane openId={situation.kind === 'open' ? situation.draft.id : null} />}
      <Work situation={situation} />
      <QuestionDialog />
      <ManyDialog />
    </div>
  )
}

function Work({ situation }: { situation: Situation }) {
  const { t } = useTranslation('compose')
  switch (situation.kind) {
    case 'opening':
      return <div className={classes.empty} aria-busy />
    case 'missing':
      return (
        <div className={classes.empty}>
          <p>{t('draftGone')}</p>
          <Button onClick={() => runAction('new-mail')}>{t('newMail')}</Button>
        </div>
      )
    case 'broken':
      return (
        <div className={classes.empty}>
          <WhyCard
            failure={failureOf(situation.error)}
            access={null}
            onFix={() => void followRoute(routeStore.getState())}
            onShowInLog={null}
          />
        </div>
      )
    case 'open':
      return <ComposerView open={situation} />
  }
}
