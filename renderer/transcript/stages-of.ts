// A session as bars of time: how long each stage took and how often someone waited for an answer. Pure.
import type { Stage } from '#shared/values/stage.ts'
import type { Entry } from '#shared/values/transcript.ts'
import { isError, splitReply } from './row-kind.ts'
import { millisecond } from './spans.ts'

/** `dot`: from the end of the mail to the server's answer to it. */
export type BarName = Stage | 'dot'

export type Bar = {
  readonly name: BarName
  /** Nanoseconds since the session began. */
  readonly begin: number
  readonly end: number
  /** How often we had to wait for the other side. */
  readonly roundTrips: number
  readonly hasError: boolean
  /** Index of its first entry. */
  readonly entry: number
}

type OpenBar = { -readonly [Key in keyof Bar]: Bar[Key] } & { commands: number; replies: number; isWaiting: boolean }

/**
 * One bar a stage and attempt, by time of begin. Commands that went out together (RFC 2920) give bars that overlap; a
 * stage that comes again, such as EHLO after STARTTLS or the next mail, gives a new bar.
 */
export function stagesOf(entries: Iterable<Entry>): readonly Bar[] {
  const bars: OpenBar[] = []
  for (const entry of entries) {
    if (entry.kind === 'note' || entry.kind === 'close') continue
    if (entry.direction === 'client') takeClient(bars, entry)
    else takeAnswer(bars, entry)
  }
  return bars.map(({ commands, replies, isWaiting, ...bar }) => bar)
}

function takeClient(bars: OpenBar[], entry: Entry): void {
  const last = bars.at(-1)
  const name = isEndOfMail(entry) ? 'dot' : entry.stage
  const bar = last && last.name === name ? last : open(bars, name, entry, entry.time)
  bar.commands += 1
  bar.isWaiting = true
  bar.end = Math.max(bar.end, entry.time)
}

/** A reply, or an event: what we had waited for since the entry before. */
function takeAnswer(bars: OpenBar[], entry: Entry): void {
  const awaited = awaiting(bars, entry)
  if (entry.kind === 'warning') {
    if (awaited) awaited.hasError = true
    return
  }
  const bar = awaited ?? open(bars, entry.stage, entry, beginOf(entry))
  bar.end = Math.max(bar.end, entry.time)
  // Of several attempts to connect the last one counts.
  bar.hasError = isError(entry) || (bar.hasError && entry.kind !== 'connect')
  const reply = splitReply(entry)
  if (reply && !reply.rest.startsWith('-')) bar.replies += 1
  if (!bar.isWaiting) return
  bar.isWaiting = false
  bar.roundTrips += 1
}

/** The oldest recent bar of the stage that still lacks a reply, else its newest. */
function awaiting(bars: readonly OpenBar[], { stage }: Entry): OpenBar | undefined {
  const recent = bars.slice(-farthest).filter(({ name }) => name === stage || (name === 'dot' && stage === 'data'))
  const newest = recent.at(-1)
  const isLatest = newest !== undefined && newest === bars.at(-1)
  return recent.find(({ commands, replies }) => replies < commands) ?? (isLatest ? newest : undefined)
}

function open(bars: OpenBar[], name: BarName, entry: Entry, begin: number): OpenBar {
  const bar: OpenBar = {
    name,
    begin,
    end: entry.time,
    roundTrips: 0,
    hasError: false,
    entry: entry.index,
    commands: 0,
    replies: 0,
    isWaiting: entry.direction !== 'client',
  }
  bars.push(bar)
  return bar
}

const beginOf = ({ time, pause, facts }: Entry) =>
  Math.max(0, time - (typeof facts.ms === 'number' ? facts.ms * millisecond : pause))

const isEndOfMail = ({ kind, stage, text }: Entry) =>
  stage === 'data' && (kind === 'body' || (kind === 'line' && text === '.'))

/** Bars that may still wait for a reply: four a mail, and a handful of mails on their way. */
const farthest = 64
