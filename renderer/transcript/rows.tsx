// The lines of a session: only those in sight are drawn, a hundred thousand scroll like ten.
import { UnstyledButton } from '@mantine/core'
import { IconArrowBarToDown } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { takeCopy } from './copy-rows.ts'
import { HoverNote } from './hover-note.tsx'
import type { Session } from './open-sessions.ts'
import { Row, rowId } from './row.tsx'
import classes from './rows.module.css'
import { transcriptStore, viewStore } from './store.ts'
import { entryUnder, useRowKeys } from './use-row-keys.ts'
import { useShownRows } from './use-shown-rows.ts'
import { useTail } from './use-tail.ts'

export function Rows({ session }: { session: Session }) {
  const { t } = useTranslation('transcript')
  const { id, outcome } = session.transcript
  const scroller = useRef<HTMLDivElement>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  const target = useStore(transcriptStore, (store) => store.target)
  const view = useStore(viewStore, (store) => store.view())
  const found = useStore(viewStore, (store) => (store.find.isOpen ? store.find.text : ''))
  const { rows, shown, size, seen, above } = useShownRows(id, view, scroller)
  const tail = useTail({ id, scroller, count: rows.count, size, seen, isRunning: outcome === 'running' })
  const keys = useRowKeys(scroller, tail.toEnd)
  const { focus, anchor, expanded } = view
  const [low, high] = [Math.min(focus ?? -1, anchor ?? -1), Math.max(focus ?? -1, anchor ?? -1)]
  const hoveredRow = hovered === focus ? undefined : shown.find(({ entry }) => entry.index === hovered)
  return (
    <div className={classes.frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be shown a part at a time */}
      <div
        ref={scroller}
        className={classes.grid}
        role="grid"
        tabIndex={0}
        aria-label={t('rows')}
        aria-rowcount={rows.count}
        aria-multiselectable
        aria-activedescendant={focus === null ? undefined : rowId(focus)}
        onScroll={tail.onScroll}
        onCopy={takeCopy}
        onMouseMove={(event) => setHovered(entryUnder(event))}
        onMouseLeave={() => setHovered(null)}
        {...keys}
      >
        {rows.count === 0 && (
          <p className={classes.nothing}>{t(session.length > 0 ? 'filterNothing' : 'emptyWaiting')}</p>
        )}
        <div className={classes.canvas} style={{ height: size }}>
          {shown.map(({ entry, ...place }) => (
            <Row
              key={entry.index}
              entry={entry}
              {...place}
              isSelected={low >= 0 && entry.index >= low && entry.index <= high}
              isFocus={entry.index === focus}
              isFlashing={target?.id === id && target.entry === entry.index}
              isExpanded={expanded.has(entry.index)}
              found={found}
              t={t}
            />
          ))}
        </div>
      </div>
      {hoveredRow && (
        <HoverNote key={hovered} id={id} entry={hoveredRow.entry} top={hoveredRow.start - above} frameHeight={seen} />
      )}
      {!tail.follows && <ToEnd fresh={tail.fresh} onClick={tail.toEnd} />}
    </div>
  )
}

function ToEnd({ fresh, onClick }: { fresh: number; onClick(): void }) {
  const { t } = useTranslation('transcript')
  return (
    <UnstyledButton className={classes.jump} onClick={onClick}>
      <IconArrowBarToDown size={15} aria-hidden />
      {fresh > 0 ? t('jumpNew', { lines: fresh }) : t('jump')}
    </UnstyledButton>
  )
}
