// Opens connections one after the other and asks one thing on each: it counts them, keeps to a pace, waits when the server has
// enough of us, tells the log, and gives up when there is nobody to talk to.
import type { Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import type { FailureKind } from '#shared/values/failure.ts'
import type { Tap } from '../net/index.ts'
import { type FailureFacts, SmtpError, smtpError } from '../smtp-error.ts'
import { answerInWords } from './answer-words.ts'
import { type Answer, createTalk, type Talk } from './talk.ts'
import type { Flight } from './wire/flight.ts'

/** A socket on which a ClientHello may be said: connected, and past STARTTLS where that is needed. Throws an SmtpError. */
export type Opener = () => Promise<Socket>

export type Question = {
  /** What is asked, in English, for the log: `TLSv1.2 with 60 suites`. */
  readonly label: string
  readonly pieces: readonly Buffer[]
  readonly isEnough: (flight: Flight) => boolean
}

/** `entry`: where the log tells of it. */
export type Asked = Answer & { readonly entry: number; readonly words: string }

export type Prober = {
  readonly connections: number
  /** Of the other end; null as long as nothing was reached. */
  readonly address: string | null
  ask(question: Question): Promise<Asked>
  /** A longer talk on one connection; what it comes to is told by the caller. */
  converse<T>(run: (talk: Talk) => Promise<T>): Promise<T>
  /** A connection for whoever does the handshake by himself, and closes it. */
  open(): Promise<Socket>
  note(text: string): number
  /** Resolves when every connection is closed. */
  end(): Promise<void>
}

export type ProberTools = {
  readonly tap: Tap
  readonly signal: AbortSignal
  /** For each answer. */
  readonly seconds: number
  /** Connections that may begin within a minute; null for as many as can be. */
  readonly perMinute: number | null
  readonly maxConnections: number
  /** Where all this happens, for errors. */
  readonly place: FailureFacts
  readonly onPause: (seconds: number) => void
  /** Seconds to wait, one after the other, when a server that talked to us does not any more; none where the opener waits itself. */
  readonly backOff?: readonly number[]
  readonly clock: ProbeClock
}

/** Milliseconds that never go back, and a wait that Stop ends. */
export type ProbeClock = { now(): number; pause(seconds: number, signal: AbortSignal): Promise<void> }

export const systemClock: ProbeClock = {
  now: () => performance.now(),
  pause: (seconds, signal) => pause(seconds * 1000, undefined, { signal }),
}

/** More connections than a sound server can need: it would go on for ever otherwise. */
export class TooManyConnections extends Error {
  override readonly name = 'TooManyConnections'
}

const usualBackOff = [5, 15, 60] as const
/** Connections that are being closed while the next one begins; a server counts them as open. */
const maxLeaving = 3
/** Plain text where TLS should be, twice in a row: something came between. */
const maxForeign = 2
/** Silences in a row; a server that hangs on old versions gives some, one that is gone gives nothing else. */
const maxSilent = 8

export function createProber(open: Opener, tools: ProberTools): Prober {
  const { tap, signal, clock, perMinute, maxConnections, backOff = usualBackOff } = tools
  const leaving = new Set<Promise<void>>()
  const begun: number[] = []
  const run = { connections: 0, address: null as string | null, hasTalked: false, foreign: 0, silent: 0 }

  const keepPace = async () => {
    if (perMinute === null) return
    const oldest = begun.at(-perMinute)
    const seconds = oldest === undefined ? 0 : (oldest + 60_000 - clock.now()) / 1000
    if (seconds > 0) await wait(seconds)
    begun.push(clock.now())
  }

  const wait = async (seconds: number) => {
    tools.onPause(seconds)
    await clock.pause(seconds, signal).catch(() => {})
    if (signal.aborted) throw stopped(tools)
  }

  const openOnce = async (): Promise<Socket> => {
    if (signal.aborted) throw stopped(tools)
    if (run.connections >= maxConnections) throw new TooManyConnections(`more than ${maxConnections} connections`)
    await keepPace()
    run.connections += 1
    const socket = await open()
    run.address ??= socket.remoteAddress ?? null
    return socket
  }

  const openPatiently = async (): Promise<Socket> => {
    if (leaving.size >= maxLeaving) await Promise.race(leaving)
    for (const seconds of backOff) {
      try {
        return await openOnce()
      } catch (error) {
        if (!run.hasTalked || !isBusy(error)) throw error
        tap.event('note', `The server has enough of us for now; waiting ${seconds} seconds.`)
        await wait(seconds)
      }
    }
    return openOnce()
  }

  const leave = (talk: Talk) => {
    const left = talk.leave().finally(() => leaving.delete(left))
    leaving.add(left)
  }

  const converse = async <T>(talkAbout: (talk: Talk) => Promise<T>): Promise<T> => {
    const talk = createTalk(await openPatiently(), tools)
    try {
      return await talkAbout(talk)
    } finally {
      leave(talk)
    }
  }

  /** Throws when what came in a row shows that the scan makes no sense any more. */
  const judge = ({ end }: Answer) => {
    run.foreign = end.kind === 'foreign' ? run.foreign + 1 : 0
    run.silent = end.kind === 'silent' ? run.silent + 1 : 0
    if (end.kind === 'foreign' && (!run.hasTalked || run.foreign >= maxForeign)) throw notTls(end.octets, tools.place)
    if (run.silent >= maxSilent) throw gone(tools)
    if (end.kind === 'enough' || end.kind === 'alert') run.hasTalked = true
  }

  return {
    get connections() {
      return run.connections
    },
    get address() {
      return run.address
    },
    async ask({ label, pieces, isEnough }) {
      const answer = await converse((talk) => talk.say(pieces, isEnough))
      const words = answerInWords(answer)
      const { index } = tap.event('note', `Asked for ${label}: ${words}.`)
      judge(answer)
      return { ...answer, words, entry: index }
    },
    converse,
    open: openPatiently,
    note: (text) => tap.event('note', text).index,
    async end() {
      await Promise.all(leaving)
    },
  }
}

/** Ways to be refused that pass when one waits (RFC 5321 §3.8, §4.5.4.1). */
const isBusy = (error: unknown): boolean => error instanceof SmtpError && busy.has(error.failure.kind)
const busy: ReadonlySet<FailureKind> = new Set([
  'service-closing',
  'greeting-refused',
  'greeting-missing',
  'hello-refused',
  'starttls-refused',
  'connection-refused',
  'connection-timed-out',
  'connection-lost',
  'reply-timed-out',
])

const stopped = ({ place }: ProberTools) => smtpError('stopped', 'tls', 'The TLS scan was stopped.', { facts: place })

function notTls(octets: Buffer, place: FailureFacts): SmtpError {
  const server = octets.toString('latin1')
  return smtpError('tls-not-spoken', 'tls', 'The server answered our TLS hello in plain text.', {
    facts: { ...place, server },
  })
}

const gone = ({ seconds, place }: ProberTools) =>
  smtpError('reply-timed-out', 'tls', `The server did not answer ${maxSilent} hellos in a row.`, {
    facts: { ...place, command: 'the TLS handshake', seconds: String(seconds) },
  })
