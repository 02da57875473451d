// A connection as a conversation needs it: lines in and out, each of them through the tap, a deadline for every wait,
// an end at once on abort, and an upgrade to TLS. Of SMTP it knows the line ends alone.
import type { Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import type { FailureKind } from '#shared/values/failure.ts'
import type { Stage } from '#shared/values/stage.ts'
import type { TlsDetail } from '#shared/values/tls.ts'
import { type FailureDetails, type SmtpError, smtpError } from '../smtp-error.ts'
import { type Bell, createBell } from './bell.ts'
import { handshakeFailed, lost, timedOut, tooLong } from './connection-failures.ts'
import { type Deadline, deadlineIn } from './deadline.ts'
import { handshake, type TlsWish } from './handshake.ts'
import { createLineSplitter, type Line } from './line-splitter.ts'
import { type Cover, createShownLines, type ShownLines } from './shown-lines.ts'
import { errorCode } from './system-errors.ts'
import type { Tap } from './tap.ts'
import { tellTls } from './tell-tls.ts'
import type { CertificateFault } from './trust.ts'

export type Peer = {
  readonly host: string
  readonly port: number
  /** An IP address, or the path of a UNIX socket. */
  readonly address: string
  readonly family: 4 | 6 | 'unix'
}
/** A line to write: `shown` is what the tap sees of it. */
export type OutgoingLine = { readonly stage: Stage; readonly wire: string; readonly shown: string }
export type TlsOutcome = { readonly detail: TlsDetail; readonly problem: CertificateFault | null }

export type ConnectionTools = {
  readonly tap: Tap
  readonly signal: AbortSignal
  readonly onStage: (stage: Stage) => void
}

/** Octets of replies that are taken in while we write; a server that says more than this gets no more attention. */
const maxUnread = 1024 * 1024

export class Connection {
  readonly peer: Peer
  readonly tap: Tap
  readonly signal: AbortSignal
  readonly localAddress: string
  readonly localPort: number
  readonly #onStage: (stage: Stage) => void
  readonly #splitter = createLineSplitter()
  readonly #shown: ShownLines
  readonly #bell: Bell = createBell()
  /** The socket below TLS, where there is TLS. */
  readonly #raw: Socket
  #socket: Socket
  #stage: Stage | null = null
  #error: Error | null = null
  #isOver = false

  constructor(socket: Socket, peer: Peer, { tap, signal, onStage }: ConnectionTools) {
    this.peer = peer
    this.tap = tap
    this.#shown = createShownLines(tap)
    this.signal = signal
    this.localAddress = socket.localAddress ?? ''
    this.localPort = socket.localPort ?? 0
    this.#onStage = onStage
    this.#raw = socket
    this.#socket = socket
    this.#attach()
    signal.addEventListener('abort', this.#onAbort)
  }

  /** The stage from now on, told to whoever watches when it is a new one. */
  enter(stage: Stage): void {
    this.tap.stage = stage
    if (this.#stage !== stage) this.#onStage(stage)
    this.#stage = stage
  }

  /** Several lines leave in one write, and with them the octets behind them, of which the caller tells the tap. */
  send(lines: readonly OutgoingLine[], behind: readonly Uint8Array[] = []): void {
    this.#assertOpen()
    const text = lines.map(({ wire }) => `${wire}\r\n`).join('')
    if (behind.length === 0) this.#socket.write(text)
    else this.#writeTogether([Buffer.from(text), ...behind])
    for (const { stage, wire, shown } of lines) {
      this.tap.stage = stage
      this.tap.line('client', Buffer.from(wire), 'crlf', shown === wire ? undefined : shown)
    }
  }

  /** Octets of a body, as they are; resolves when there is room for more. The tap is told of them in sum, by the caller. */
  async write(pieces: readonly Uint8Array[], seconds: number): Promise<void> {
    this.#assertOpen()
    this.#writeTogether(pieces)
    await this.drained(seconds)
  }

  /**
   * Resolves when there is room for more. What the server says meanwhile is taken in, for a server that cannot get rid of its
   * replies stops listening (RFC 2920 §3.1).
   */
  async drained(seconds: number): Promise<void> {
    const deadline = deadlineIn(seconds)
    while (this.#socket.writableNeedDrain) {
      if (this.#splitter.pending < maxUnread && this.#pull()) continue
      await this.#wait(deadline, 'the data')
      this.#assertOpen()
    }
  }

  get isOpen(): boolean {
    return !this.#isOver && !this.#socket.destroyed
  }

  /** The next line, secrets hidden. `awaited`: what it should answer, for the error when it does not come in time. */
  async readLine(deadline: Deadline, awaited: string): Promise<Line> {
    for (;;) {
      const line = this.#splitter.next()
      if (line === 'too-long') throw tooLong(this)
      if (line !== null) return this.#shown.record(line)
      if (this.#pull()) continue
      if (this.#socket.readableEnded) return this.#lastLine()
      this.#assertOpen()
      await this.#wait(deadline, awaited)
    }
  }

  /** Whether octets are here that nobody has read yet. */
  hasInput(): boolean {
    return this.#pull() || this.#splitter.pending > 0
  }

  /** How what is here, and not read yet, begins. */
  peek(octets: number): Buffer {
    this.#pull()
    return this.#splitter.peek(octets)
  }

  /** From now on these texts are hidden in what the server sends. */
  hide(texts: readonly string[]): void {
    this.#shown.hide(texts)
  }

  /** From now on the tap sees what this tells of each line; null for the lines themselves. Whoever reads sees the line. */
  cover(cover: Cover | null): void {
    this.#shown.cover(cover)
  }

  /** Keying material of this TLS connection (RFC 5705); null before TLS 1.3, where it need not be unique (RFC 9266 §4.2). */
  exportKey(length: number, label: string): Buffer | null {
    if (!(this.#socket instanceof TLSSocket) || this.#socket.getProtocol() !== 'TLSv1.3') return null
    return this.#socket.exportKeyingMaterial(length, label, Buffer.alloc(0))
  }

  /** Tells what the certificate is worth; whether that is enough is for the caller to say. */
  async startTls(wish: TlsWish, seconds: number): Promise<TlsOutcome> {
    this.#assertOpen()
    this.#detach()
    const began = performance.now()
    const result = await handshake(this.#socket, wish, { seconds, signal: this.signal })
    if ('kind' in result) {
      const { kind, reason, cause } = result
      throw handshakeFailed(this, kind, { reason, cause, seconds })
    }
    this.#socket = result.socket
    this.#attach()
    this.tap.isTls = true
    tellTls(this.tap, result.detail, performance.now() - began)
    return { detail: result.detail, problem: result.problem }
  }

  /** An error of this place and stage. */
  failure(kind: FailureKind, message: string, { facts, ...rest }: FailureDetails = {}): SmtpError {
    const { host, port, address } = this.peer
    return smtpError(kind, this.tap.stage, message, {
      ...rest,
      facts: { host, port: String(port), ip: address, ...facts },
    })
  }

  /** Hangs up at once; what was not written yet is lost. `reset`: with an error for the other side, as a crash is. */
  drop(reason = 'We closed the connection.', way: 'close' | 'reset' = 'close'): void {
    this.#end(reason)
    if (way === 'reset' && this.peer.family !== 'unix') this.#raw.resetAndDestroy()
    this.#socket.destroy()
  }

  #onAbort = (): void => this.drop('Stopped: the connection was closed at once.')

  #onError = (error: Error): void => {
    this.#error ??= error
    this.#end(`The connection broke off: ${errorCode(error) || error.message}.`)
  }

  #onEnd = (): void => this.#end('The server closed the connection.')

  #end(reason: string): void {
    if (this.#isOver) return
    this.#isOver = true
    this.signal.removeEventListener('abort', this.#onAbort)
    this.tap.event('close', reason)
    this.#bell.ring()
  }

  #attach(): void {
    this.#socket.on('error', this.#onError).on('end', this.#onEnd).on('close', this.#onEnd)
    this.#socket.on('readable', this.#bell.ring).on('drain', this.#bell.ring)
  }

  /** The plain socket lives on below TLS, where only its errors matter. */
  #detach(): void {
    this.#socket.off('end', this.#onEnd).off('close', this.#onEnd)
    this.#socket.off('readable', this.#bell.ring).off('drain', this.#bell.ring)
  }

  #writeTogether(pieces: readonly Uint8Array[]): void {
    this.#socket.cork()
    for (const piece of pieces) this.#socket.write(piece)
    this.#socket.uncork()
  }

  #pull(): boolean {
    const octets: Buffer | null = this.#socket.read()
    if (octets === null) return false
    this.#splitter.push(octets)
    return true
  }

  #lastLine(): Line {
    if (this.#splitter.pending === 0) throw lost(this, this.#error)
    return this.#shown.record({ octets: this.#splitter.takeRest(), ending: 'none' })
  }

  async #wait({ at, seconds }: Deadline, awaited: string): Promise<void> {
    if (await this.#bell.wait(at - performance.now())) return
    throw timedOut(this, awaited, seconds)
  }

  #assertOpen(): void {
    if (!this.isOpen) throw lost(this, this.#error)
  }
}
