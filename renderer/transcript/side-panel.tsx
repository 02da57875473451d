// What the selected line means, its octets and its facts. Until a line is selected the newest one is explained.
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { Entry } from '#shared/values/transcript.ts'
import { Explained } from './explained.tsx'
import { Facts } from './facts.tsx'
import { Octets } from './octets.tsx'
import { sessionOf } from './open-sessions.ts'
import classes from './side-panel.module.css'
import { transcriptStore, viewStore } from './store.ts'
import type { PanelTab } from './view-store.ts'

const tabs = ['explained', 'octets', 'facts'] as const satisfies readonly PanelTab[]

export function SidePanel({ id }: { id: string }) {
  const { t } = useTranslation('transcript')
  const panel = useStore(viewStore, (store) => store.panel)
  const focus = useStore(viewStore, (store) => store.view().focus)
  const entry = useStore(transcriptStore, (store) => store.at(id, focus ?? (sessionOf(store, id)?.length ?? 0) - 1))
  if (!panel.isOpen) return null
  return (
    <aside className={classes.panel} aria-label={t('panel')}>
      <div className={classes.tabs} role="tablist" onKeyDown={walk}>
        {tabs.map((tab) => (
          <button
            key={tab}
            type="button"
            role="tab"
            className={classes.tab}
            aria-selected={tab === panel.tab}
            tabIndex={tab === panel.tab ? 0 : -1}
            onClick={() => viewStore.getState().setPanel({ tab })}
          >
            {t(tab)}
          </button>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it */}
      <div className={classes.page} role="tabpanel" tabIndex={0} aria-label={t(panel.tab)}>
        {entry && <Page id={id} tab={panel.tab} entry={entry} />}
        {focus === null && panel.tab === 'explained' && <p className={classes.hint}>{t('selectHint')}</p>}
      </div>
    </aside>
  )
}

function Page({ id, tab, entry }: { id: string; tab: PanelTab; entry: Entry }) {
  switch (tab) {
    case 'explained':
      return <Explained id={id} entry={entry} />
    case 'octets':
      return <Octets entry={entry} />
    case 'facts':
      return <Facts entry={entry} />
  }
}

function walk(event: React.KeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!step) return
  const { panel, setPanel } = viewStore.getState()
  const place = (tabs.indexOf(panel.tab) + step + tabs.length) % tabs.length
  setPanel({ tab: tabs[place] ?? 'explained' })
  event.currentTarget.querySelectorAll<HTMLElement>('[role=tab]')[place]?.focus()
}
