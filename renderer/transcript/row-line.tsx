// The line of a row: a command with its verb, a reply with its code and a mark for its class, an event, or mail data.
import {
  IconAdjustmentsHorizontal,
  IconAlertTriangleFilled,
  IconArrowForward,
  IconCheck,
  IconChevronDown,
  IconChevronRight,
  IconClockPause,
  IconInfoCircle,
  IconLock,
  IconPlugConnected,
  IconPlugConnectedX,
  IconWorldSearch,
  IconX,
} from '@tabler/icons-react'
import type { TFunction } from 'i18next'
import type { ReactNode } from 'react'
import { formatOctets } from '#shared/explain/octets.ts'
import { visible } from '#shared/transcript/text.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { language } from '../ui/language.ts'
import { Cell } from './cell.tsx'
import { shownText } from './event-line.ts'
import { Found } from './found.tsx'
import classes from './row.module.css'
import { bodyLines } from './row-height.ts'
import { isContinued, rowKind, splitReply } from './row-kind.ts'
import { viewStore } from './store.ts'

export type LogWords = TFunction<'transcript'>

type RowLineProps = { entry: Entry; isExpanded: boolean; found: string; t: LogWords }

const eventIcons = {
  dns: IconWorldSearch,
  connect: IconPlugConnected,
  tls: IconLock,
  close: IconPlugConnectedX,
  note: IconInfoCircle,
  warning: IconAlertTriangleFilled,
}

export function RowLine({ entry, isExpanded, found, t }: RowLineProps) {
  if (entry.kind === 'body') return <BodyLine entry={entry} isExpanded={isExpanded} found={found} t={t} />
  if (entry.kind !== 'line') {
    const Icon = rowKind(entry) === 'wire' ? IconAdjustmentsHorizontal : eventIcons[entry.kind]
    const text = visible(shownText(entry, language()))
    return (
      <Line text={text}>
        <Icon size={14} stroke={1.8} aria-hidden />
        <span className={classes.text}>
          <Found text={text} found={found} />
        </span>
      </Line>
    )
  }
  return entry.direction === 'server' ? (
    <ReplyLine entry={entry} found={found} t={t} />
  ) : (
    <CommandLine entry={entry} found={found} />
  )
}

const marks = { reply2: IconCheck, reply3: IconArrowForward, reply4: IconClockPause, reply5: IconX }
const isReply = (kind: string): kind is keyof typeof marks => kind in marks

function ReplyLine({ entry, found, t }: Omit<RowLineProps, 'isExpanded'>) {
  const kind = rowKind(entry)
  const Mark = isReply(kind) && !isContinued(entry) ? marks[kind] : null
  const head = splitReply(entry)?.code.length ?? 0
  return (
    <Line text={entry.text}>
      <span className={classes.mark}>
        {Mark && isReply(kind) && <Mark size={13} stroke={2.4} role="img" aria-label={t(kind)} />}
      </span>
      <span className={classes.text}>
        <Found text={visible(entry.text)} found={found} head={head} headClass={classes.code} />
      </span>
    </Line>
  )
}

function CommandLine({ entry, found }: Pick<RowLineProps, 'entry' | 'found'>) {
  const [verb = ''] = /^[A-Za-z]{4,8}(?= |$)/.exec(entry.text) ?? []
  return (
    <Line text={entry.text}>
      <span className={classes.mark} />
      <span className={classes.text}>
        <Found text={visible(entry.text)} found={found} head={verb.length} headClass={classes.verb} />
      </span>
    </Line>
  )
}

function BodyLine({ entry, isExpanded, found, t }: RowLineProps) {
  const Icon = isExpanded ? IconChevronDown : IconChevronRight
  return (
    <Line text="">
      <button
        type="button"
        className={classes.fold}
        tabIndex={-1}
        aria-expanded={isExpanded}
        aria-label={t(isExpanded ? 'fold' : 'unfold')}
        onClick={() => viewStore.getState().toggleBody(entry.index)}
      >
        <Icon size={16} />
      </button>
      <span className={classes.summary}>{t('mailData', { size: formatOctets(entry.bytes, language()) })}</span>
      {!isExpanded && (
        <span className={classes.first}>
          <Found text={bodyLines(entry)[0] ?? ''} found={found} />
        </span>
      )}
    </Line>
  )
}

function Line({ text, children }: { text: string; children: ReactNode }) {
  return (
    <Cell className={classes.line} title={text.length > 90 ? text : undefined}>
      {children}
    </Cell>
  )
}
