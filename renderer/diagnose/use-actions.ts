// What the palette can do on this screen, beside running a diagnosis.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { useActions } from '../frame/actions.ts'
import { useAppInfo } from '../ui/app-info.ts'
import { earlierOf, historyStore } from './history/store.ts'
import { savedFormats, saveReport } from './save-report.ts'
import { diagnoseStore } from './store.ts'
import { tabs, viewStore } from './view-store.ts'

export function useDiagnoseActions(): void {
  const { t } = useTranslation('diagnose')
  const { door } = useAppInfo()
  const { list } = useStore(historyStore)
  const { situation } = useStore(diagnoseStore)
  const done = situation.kind === 'done' ? situation : null
  const earlier = done && earlierOf(list, done.id)
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
    ...(done
      ? savedFormats.map((format) => ({
          id: `diagnose-save-${format}`,
          label: t('saveReport', { format: t(`format_${format}`) }),
          keys: null,
          run: () => void saveReport(done, format, door),
        }))
      : []),
  ])
}
