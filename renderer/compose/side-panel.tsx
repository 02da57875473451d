// The panel at the right of the mail: its envelope, what is done otherwise on the wire, or what became of it.
import { CloseButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import type { OpenDraft } from './composer.ts'
import { EnvelopePanel } from './envelope-panel.tsx'
import { OutcomePanel } from './outcome-panel.tsx'
import { panelStore, type Side } from './panels.ts'
import classes from './side-panel.module.css'
import { WirePanel } from './wire-panel.tsx'

const selectSide = (panels: { side: Side | null }) => panels.side

export function SidePanel({ open }: { open: OpenDraft }) {
  const { t } = useTranslation('compose')
  const { t: ui } = useTranslation('ui')
  const side = useStore(panelStore, selectSide)
  if (side === null) return null
  return (
    <aside className={classes.side} aria-label={t(side)}>
      <header className={classes.head}>
        <h2>{t(side)}</h2>
        <CloseButton size="sm" aria-label={ui('close')} onClick={() => panelStore.setState({ side: null })} />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div className={classes.content} tabIndex={0}>
        {side === 'envelope' && <EnvelopePanel key={open.draft.id} open={open} />}
        {side === 'wire' && <WirePanel open={open} />}
        {side === 'outcome' && <OutcomePanel open={open} />}
      </div>
    </aside>
  )
}
