// The octets of one session: lines and blocks read when asked for, replies gathered and written, the change to TLS.
import type { Duplex } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import { type SecureContext, TLSSocket } from 'node:tls'
import type { Reply } from '#shared/values/reply.ts'
import type { Stage } from '#shared/values/stage.ts'
import type { Tap } from '../net/tap.ts'
import type { Limits } from './limits.ts'
import { replyLines } from './replies.ts'
import { again, createWaiting, type Waiting, WireOver } from './waiting.ts'

export type Line =
  /** The octets without their ending; of a line that was too long the first ones alone. */
  | { readonly kind: 'line' | 'too-long'; readonly octets: Buffer; readonly ending: 'crlf' | 'lf' }
  /** The client closed its half. */
  | { readonly kind: 'end' }

export type WireTools = {
  readonly tap: Tap
  readonly limits: Limits
  /** Milliseconds before each reply. */
  readonly delay: number
  /** Milliseconds before each block of a mail is read. */
  readonly drainDelay?: number
  /** What becomes of the lines that are written; as they are without it. */
  readonly spoil?: (lines: string) => string
  /** Octet by octet. */
  readonly trickles?: boolean
  readonly signal: AbortSignal
}

/** A line of a reply, and the stage of the command it answers. */
type Unsaid = { readonly text: string; readonly stage: Stage; readonly shown: string | undefined }

const lf = 0x0a
const cr = 0x0d
const nothing: Buffer = Buffer.alloc(0)
const asItIs = (lines: string) => lines
const events = ['readable', 'end', 'close', 'drain', 'finish', 'secure'] as const

export class Wire {
  readonly #tools: WireTools
  readonly #waiting: Waiting
  readonly #start: Duplex
  #channel: Duplex
  #held = nothing
  #unsaid: Unsaid[] = []
  #isInHandshake = false
  #fault: Error | null = null

  constructor(channel: Duplex, tools: WireTools) {
    this.#tools = tools
    this.#waiting = createWaiting(tools.signal)
    this.#start = channel
    this.#channel = channel
    this.#listenTo(channel)
  }

  /** What the client sends first, as far as it is here; it stays to be read. Null when it closes without a word. */
  async beginning(time: number): Promise<Buffer | null> {
    if (this.#held.length === 0) this.#held = (await this.#waiting.until(time, this.#read)) ?? nothing
    return this.#held.length === 0 ? null : this.#held
  }

  /** The next line, of `longest` octets at most with its ending. */
  async line(longest: number, time: number): Promise<Line> {
    let head: Buffer | null = null
    return this.#waiting.until<Line>(time, () => {
      const at = this.#held.indexOf(lf)
      if (at !== -1) return asLine(this.#take(at + 1), head, longest)
      if (this.#held.length > longest) head ??= this.#held.subarray(0, longest)
      const more = this.#read()
      if (more === null) return { kind: 'end' }
      if (more === undefined) return undefined
      // Of a line that is too long already nothing more is held.
      this.#held = head === null ? Buffer.concat([this.#held, more]) : more
      return again
    })
  }

  /** Whatever came next, at least one octet. */
  async block(time: number): Promise<Buffer> {
    const { drainDelay = 0, signal } = this.#tools
    if (drainDelay > 0) await sleep(drainDelay, undefined, { signal }).catch(() => undefined)
    if (this.#held.length > 0) return this.#take(this.#held.length)
    const octets = await this.#waiting.until(time, this.#read)
    if (octets === null) throw new WireOver('lost', 'The client closed the connection in the middle of a mail.')
    return octets
  }

  putBack(octets: Buffer): void {
    this.#held = octets
  }

  hasInput(): boolean {
    return this.#held.length > 0 || this.#channel.readableLength > 0
  }

  /** Whether the next command is here already, so that its reply can go out with this one. */
  hasLine(): boolean {
    return this.#held.includes(lf)
  }

  /** `shown`: what the transcript has in place of its lines. */
  say(reply: Reply, shown?: string): void {
    const { stage } = this.#tools.tap
    this.#unsaid.push(...replyLines(reply).map((text) => ({ text, stage, shown })))
  }

  /** Writes at once all that was said since the last time. */
  async flush(): Promise<void> {
    const { delay, signal, limits } = this.#tools
    if (this.#unsaid.length === 0) return
    if (delay > 0) await sleep(delay, undefined, { signal }).catch(() => undefined)
    if (this.#isInHandshake || !this.#channel.writable) throw this.#lost()
    const lines = this.#unsaid
    this.#unsaid = []
    this.#note(lines)
    this.#write(lines.map(({ text }) => `${text}\r\n`).join(''))
    await this.#waiting.until(limits.writeTime, () => (this.#channel.writableNeedDrain ? this.#unlessLost() : true))
  }

  /** Octets that are no reply. */
  sayOctets(octets: string): void {
    this.#channel.write(octets)
  }

  #write(lines: string): void {
    const { spoil = asItIs, trickles } = this.#tools
    const octets = Buffer.from(spoil(lines))
    if (trickles) for (const octet of octets) this.#channel.write(Buffer.of(octet))
    else this.#channel.write(octets)
  }

  /**
   * Octets that came in plain text and were not read yet are the handshake's, and spoil it: they never count as secured.
   * Those that were read with the command before are the caller's to refuse.
   */
  async secure(secureContext: SecureContext): Promise<TLSSocket> {
    for (const event of events) this.#channel.off(event, this.#wake)
    const secured = new TLSSocket(this.#channel, { isServer: true, secureContext })
    this.#channel = secured
    this.#isInHandshake = true
    secured.once('secure', () => {
      this.#isInHandshake = false
    })
    secured.once('_tlsError', this.#fail)
    this.#listenTo(secured)
    const reason = await this.#handshakeEnd(secured)
    if (reason === null) return secured
    throw new WireOver('handshake-failed', `The TLS handshake failed: ${reason}.`)
  }

  /** Says goodbye: what comes in is let go until the client closes too, so that no reset overtakes the last reply. */
  async end(): Promise<void> {
    this.#channel.end()
    const isClosed = () => {
      if (this.#channel.destroyed) return true
      const octets = this.#read()
      if (octets === null) return this.#channel.writableFinished ? true : undefined
      return octets === undefined ? undefined : again
    }
    await this.#waiting.until(this.#tools.limits.farewellTime, isClosed).catch(() => undefined)
    this.drop()
  }

  /** Closes both halves at once. */
  drop(): void {
    this.#channel.destroy()
    this.#start.destroy()
  }

  #take(length: number): Buffer {
    const taken = this.#held.subarray(0, length)
    this.#held = this.#held.subarray(length)
    return taken
  }

  /** Undefined: nothing yet. Null: nothing will come. */
  readonly #read = (): Buffer | null | undefined => {
    const octets: Buffer | null = this.#channel.read()
    if (octets !== null) return octets
    return this.#channel.readableEnded ? null : this.#unlessLost()
  }

  #unlessLost(): undefined {
    if (this.#channel.destroyed) throw this.#lost()
    return undefined
  }

  #lost(): WireOver {
    return new WireOver('lost', `The connection was lost${this.#fault ? `: ${reasonOf(this.#fault)}` : ''}.`)
  }

  /** Null when it was a success, else why not. */
  #handshakeEnd(secured: TLSSocket): Promise<string | null> {
    const attempt = () => {
      if (!this.#isInHandshake) return null
      return secured.destroyed ? (this.#fault ? reasonOf(this.#fault) : 'the client closed the connection') : undefined
    }
    return this.#waiting.until(this.#tools.limits.handshakeTime, attempt).catch((error: unknown) => {
      if (error instanceof WireOver && error.kind === 'timed-out') return 'it took too long'
      throw error
    })
  }

  #note(lines: readonly Unsaid[]): void {
    const { tap } = this.#tools
    const { stage } = tap
    for (const line of lines) {
      tap.stage = line.stage
      tap.line('server', Buffer.from(line.text), 'crlf', line.shown)
    }
    tap.stage = stage
  }

  readonly #wake = (): void => this.#waiting.wake()

  readonly #fail = (error: Error): void => {
    this.#fault ??= error
    this.#waiting.wake()
  }

  #listenTo(channel: Duplex): void {
    channel.on('error', this.#fail)
    for (const event of events) channel.on(event, this.#wake)
  }
}

/** OpenSSL's messages carry file names and thread numbers; its reason is the part for people. */
const reasonOf = (error: Error): string => ('reason' in error ? String(error.reason) : error.message)

function asLine(taken: Buffer, head: Buffer | null, longest: number): Line {
  const ending = taken.at(-2) === cr ? 'crlf' : 'lf'
  if (head !== null || taken.length > longest)
    return { kind: 'too-long', octets: head ?? taken.subarray(0, longest), ending }
  return { kind: 'line', octets: taken.subarray(0, ending === 'crlf' ? -2 : -1), ending }
}
