// The octets of one session: lines and blocks read when asked for, replies gathered and written, the change to TLS.
// Each wait ends at its time limit, when the connection goes away or when the server stops.
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type SecureContext, TLSSocket } from 'node:tls'
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'
import type { Tap } from '../net/tap.ts'
import type { Limits } from './limits.ts'
import { replyLines } from './replies.ts'

/** Why a wait ended with nothing. */
export class WireOver extends Error {
  readonly kind: 'lost' | 'timed-out' | 'stopped' | 'handshake-failed'

  constructor(kind: WireOver['kind'], message: string) {
    super(message)
    this.name = 'WireOver'
    this.kind = kind
  }
}

export type Line =
  /** The octets without their ending. */
  | { readonly kind: 'line'; readonly octets: Buffer; readonly ending: 'crlf' | 'lf' }
  /** The rest of it was dropped. */
  | { readonly kind: 'too-long'; readonly octets: Buffer; readonly ending: 'crlf' | 'lf' }
  /** The client closed its half. */
  | { readonly kind: 'end' }

export type Wire = ReturnType<typeof createWire>

export type WireTools = {
  readonly tap: Tap
  readonly limits: Limits
  /** Milliseconds before each reply. */
  readonly delay: number
  readonly signal: AbortSignal
}

const lf = 0x0a
const cr = 0x0d
const nothing: Buffer = Buffer.alloc(0)
const events = ['readable', 'end', 'close', 'drain', 'finish', 'secure'] as const

export function createWire(start: Duplex, { tap, limits, delay, signal }: WireTools) {
  let channel = start
  let held = nothing
  let unsaid: { text: string; stage: Stage }[] = []
  let canSpeak = true
  let fault: Error | null = null
  let wake: () => void = () => {}

  const onEvent = () => wake()
  const onError = (error: Error) => {
    fault ??= error
    wake()
  }
  listenTo(channel)

  return { beginning, line, block, putBack, hasInput, hasLine, say, flush, secure, end, drop }

  /** What the client sends first, as far as it is here; it stays to be read. Null when it closes without a word. */
  async function beginning(time: number): Promise<Buffer | null> {
    if (held.length === 0) held = (await until(time, read)) ?? nothing
    return held.length === 0 ? null : held
  }

  /** The next line, of `longest` octets at most with its ending. */
  async function line(longest: number, time: number): Promise<Line> {
    let head: Buffer | null = null
    return until<Line>(time, () => {
      const at = held.indexOf(lf)
      if (at !== -1 || held.length > longest) {
        const cut = at === -1 ? held.length : at + 1
        const taken = held.subarray(0, cut)
        held = held.subarray(cut)
        if (at === -1) head ??= taken.subarray(0, longest)
        else return asLine(taken, head, longest)
      }
      const more = read()
      if (more === null) return { kind: 'end' }
      held = held.length === 0 ? (more ?? held) : Buffer.concat([held, more ?? nothing])
      return more === undefined ? undefined : again
    })
  }

  /** Whatever came next, at least one octet. */
  async function block(time: number): Promise<Buffer> {
    if (held.length > 0) {
      const taken = held
      held = nothing
      return taken
    }
    const taken = await until(time, read)
    if (taken === null) throw new WireOver('lost', 'The client closed the connection in the middle of a mail.')
    return taken
  }

  function putBack(octets: Buffer): void {
    held = octets
  }

  function hasInput(): boolean {
    return held.length > 0 || channel.readableLength > 0
  }

  /** Whether the next command is here already, so that its reply can go out with this one. */
  function hasLine(): boolean {
    return held.includes(lf)
  }

  function say(reply: Reply): void {
    unsaid.push(...replyLines(reply).map((text) => ({ text, stage: tap.stage })))
  }

  /** Writes all that was said since the last time at once. */
  async function flush(): Promise<void> {
    if (unsaid.length === 0) return
    if (delay > 0) await sleep(delay, undefined, { signal }).catch(() => undefined)
    if (!canSpeak || channel.destroyed || !channel.writable) throw lost()
    const lines = unsaid
    unsaid = []
    const { stage } = tap
    for (const line of lines) {
      tap.stage = line.stage
      tap.line('server', Buffer.from(line.text), 'crlf')
    }
    tap.stage = stage
    channel.write(lines.map(({ text }) => `${text}\r\n`).join(''))
    await until(limits.writeTime, () => (channel.writableNeedDrain && !channel.destroyed ? undefined : true))
  }

  /** Octets that came in plain text and were not read yet are the handshake's, and spoil it: they never count as secured. */
  async function secure(secureContext: SecureContext): Promise<TLSSocket> {
    for (const event of events) channel.off(event, onEvent)
    const secured = new TLSSocket(channel, { isServer: true, secureContext })
    channel = secured
    canSpeak = false
    secured.once('secure', () => {
      canSpeak = true
    })
    secured.once('_tlsError', onError)
    listenTo(secured)
    await until(limits.handshakeTime, () => {
      if (canSpeak) return true
      return secured.destroyed || secured.readableEnded ? null : undefined
    }).then(
      (isDone) => {
        if (isDone === null) throw handshakeFailed(fault?.message ?? 'the client left')
      },
      (error: unknown) => {
        throw error instanceof WireOver && error.kind === 'timed-out' ? handshakeFailed('it took too long') : error
      },
    )
    return secured
  }

  /** Says goodbye: what comes in is let go, so that the last reply is not lost to a reset, until the client closes too. */
  async function end(): Promise<void> {
    if (channel.destroyed) return
    channel.end()
    await until(limits.farewellTime, () => {
      if (channel.destroyed) return true
      const octets = read()
      if (octets === null) return channel.writableFinished ? true : undefined
      return octets === undefined ? undefined : again
    }).catch(() => undefined)
    drop()
  }

  /** Closes both halves at once. */
  function drop(): void {
    channel.destroy()
    start.destroy()
  }

  /** Undefined: nothing yet. Null: nothing will come. */
  function read(): Buffer | null | undefined {
    const octets: Buffer | null = channel.read()
    if (octets !== null) return octets
    if (channel.readableEnded) return null
    if (channel.destroyed) throw lost()
    return undefined
  }

  function lost(): WireOver {
    return new WireOver('lost', `The connection was lost${fault ? `: ${fault.message}` : ''}.`)
  }

  /** Asks `attempt` again after each event of the channel until it has an answer. */
  async function until<T>(time: number, attempt: () => T | typeof again | undefined): Promise<T> {
    const deadline = performance.now() + time
    for (;;) {
      const value = attempt()
      if (value === again) continue
      if (value !== undefined) return value
      if (signal.aborted) throw new WireOver('stopped', 'The server was stopped.')
      await nextEvent(deadline - performance.now())
    }
  }

  async function nextEvent(time: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => {
        done()
        reject(new WireOver('timed-out', 'The client was silent for too long.'))
      }, time)
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      signal.addEventListener('abort', done)
      wake = done
    })
  }

  function listenTo(stream: Duplex): void {
    stream.on('error', onError)
    for (const event of events) stream.on(event, onEvent)
  }
}

const handshakeFailed = (reason: string): WireOver =>
  new WireOver('handshake-failed', `The TLS handshake failed: ${reason}.`)

/** An attempt got further and wants to be asked at once. */
const again = Symbol('again')

function asLine(taken: Buffer, head: Buffer | null, longest: number): Line {
  const ending = taken[taken.length - 2] === cr ? 'crlf' : 'lf'
  if (head !== null || taken.length > longest)
    return { kind: 'too-long', octets: head ?? taken.subarray(0, longest), ending }
  return { kind: 'line', octets: taken.subarray(0, ending === 'crlf' ? -2 : -1), ending }
}
