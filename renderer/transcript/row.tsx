// One row of the log: when, after what pause, who, whether inside TLS, and the line itself.
import { IconArrowNarrowLeft, IconArrowNarrowRight, IconLock, IconPointFilled } from '@tabler/icons-react'
import { memo } from 'react'
import type { Entry } from '#shared/values/transcript.ts'
import { language } from '../ui/language.ts'
import { Cell } from './cell.tsx'
import classes from './row.module.css'
import { bodyLines } from './row-height.ts'
import { rowKind } from './row-kind.ts'
import { type LogWords, RowLine } from './row-line.tsx'
import { barShare, formatSpan, formatTime, slowness } from './spans.ts'

type RowProps = {
  entry: Entry
  /** Position on the screen's list, from 0. */
  row: number
  start: number
  height: number
  isSelected: boolean
  isFocus: boolean
  isFlashing: boolean
  isExpanded: boolean
  found: string
  /** Asked for once by whoever draws the rows: the hook costs more than all else of a row. */
  t: LogWords
}

const who = { client: IconArrowNarrowRight, server: IconArrowNarrowLeft, event: IconPointFilled }

export const rowId = (entry: number) => `log-row-${entry}`

export const Row = memo(function Row({ entry, row, start, height, isExpanded, found, t, ...is }: RowProps) {
  const Who = who[entry.direction]
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and points at its row
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be shown a part at a time
    <div
      id={rowId(entry.index)}
      className={classes.row}
      role="row"
      aria-rowindex={row + 1}
      aria-selected={is.isSelected}
      data-entry={entry.index}
      data-kind={rowKind(entry)}
      data-direction={entry.direction}
      data-focus={is.isFocus || undefined}
      data-flash={is.isFlashing || undefined}
      style={{ height, transform: `translateY(${start}px)` }}
    >
      <Cell className={classes.time}>{formatTime(entry.time, language())}</Cell>
      <Pause pause={entry.pause} />
      <Cell className={classes.who}>
        <Who size={entry.direction === 'event' ? 10 : 16} role="img" aria-label={t(entry.direction)} />
      </Cell>
      <Cell className={classes.lock}>
        {entry.isTls && entry.direction !== 'event' && (
          <IconLock size={12} stroke={2.2} role="img" aria-label={t('inTls')} />
        )}
      </Cell>
      <RowLine entry={entry} isExpanded={isExpanded} found={found} t={t} />
      {isExpanded && entry.kind === 'body' && <pre className={classes.body}>{bodyLines(entry).join('\n')}</pre>}
    </div>
  )
})

function Pause({ pause }: Pick<Entry, 'pause'>) {
  const felt = slowness(pause)
  const shown = formatSpan(pause, language())
  return (
    <Cell className={classes.pause} data-slowness={felt} title={`+${shown}`}>
      <span className={classes.track}>
        <span className={classes.bar} style={{ width: `${barShare(pause) * 100}%` }} />
      </span>
      {felt !== 'quick' && <span>{shown}</span>}
    </Cell>
  )
}
