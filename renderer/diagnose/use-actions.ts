// What the palette can do on this screen, beside running a diagnosis.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useActions } from '../frame/actions.ts'
import { useAppInfo } from '../ui/app-info.ts'
import { earlierOf, historyStore } from './history/store.ts'
import { savedFormats, saveReport } from './save-report.ts'
import type { Situation } from './situation.ts'
import { diagnoseStore } from './store.ts'
import { takeableComparison, takeableReport } from './takeable.ts'
import { tabs, viewStore } from './view-store.ts'

export function useDiagnoseActions(): void {
  const { t } = useTranslation('diagnose')
  const { door } = useAppInfo()
  const { list, pair } = useStore(historyStore)
  const { place } = useStore(viewStore)
  const { situation } = useStore(diagnoseStore)
  const done = situation.kind === 'done' ? situation : null
  const earlier = done && earlierOf(list, done.id)
  const taken = takenAt(place, done, pair)
  useActions([
    ...tabs.map((tab) => ({
      id: `diagnose-${tab}`,
      label: t('showTab', { tab: tab === 'findings' ? t('findings') : t(`tab_${tab}`) }),
      keys: null,
      run: () => viewStore.getState().turnTo(tab),
    })),
    { id: 'diagnose-history', label: t('showHistory'), keys: null, run: () => viewStore.getState().show('history') },
    ...(done && earlier
      ? [
          {
            id: 'diagnose-compare',
            label: t('compareWithLast'),
            keys: null,
            run: () => void historyStore.getState().compare(earlier.id, done.id),
          },
        ]
      : []),
    ...(taken
      ? savedFormats.map((format) => ({
          id: `diagnose-save-${format}`,
          label: t('saveReport', { format: t(`format_${format}`) }),
          keys: null,
          run: () => void saveReport(taken, format, door),
        }))
      : []),
  ])
}

type Done = Extract<Situation, { kind: 'done' }>

/** What is shown, where it can be taken away. */
function takenAt(place: string, done: Done | null, pair: Parameters<typeof takeableComparison>[0] | null) {
  if (place === 'comparison') return pair && takeableComparison(pair)
  return done && takeableReport(done.id, done.report)
}
