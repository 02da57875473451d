// A connection as a conversation needs it: lines in and out, each of them through the tap, a deadline for every wait,
// an end at once on abort, and an upgrade to TLS. Of SMTP it knows the line ends alone.
import type { Socket } from 'node:net'
import type { TLSSocket } from 'node:tls'
import type { FailureKind } from '#shared/values/failure.ts'
import type { Stage } from '#shared/values/stage.ts'
import { type FailureDetails, type SmtpError, smtpError } from '../smtp-error.ts'
import { type Bell, createBell } from './bell.ts'
import { handshakeFailed, lost, timedOut, tooLong } from './connection-failures.ts'
import type { ConnectionTools, OutgoingLine, TlsOutcome } from './connection-tools.ts'
import { type Deadline, deadlineIn } from './deadline.ts'
import type { TlsWish } from './handshake.ts'
import { createIncoming, type Incoming, type ReadLine } from './incoming.ts'
import { createOutgoing, type Outgoing } from './outgoing.ts'
import { type OpenBeside, type Peer, placeFacts } from './peer.ts'
import { type Cover, createShownLines, type ShownLines } from './shown-lines.ts'
import { errorCode } from './system-errors.ts'
import type { Tap } from './tap.ts'
import { tellTls } from './tell-tls.ts'

/** Octets of replies that are taken in while we write; a server that says more than this gets no more attention. */
const maxUnread = 1024 * 1024

export class Connection {
  peer: Peer
  readonly tap: Tap
  readonly signal: AbortSignal
  readonly localAddress: string
  readonly localPort: number
  readonly openBeside: OpenBeside
  readonly #onStage: (stage: Stage) => void
  readonly #shown: ShownLines
  readonly #incoming: Incoming
  readonly #bell: Bell = createBell()
  /** The socket below TLS, where there is TLS. */
  readonly #raw: Socket
  #socket: Socket
  #tls: TLSSocket | null = null
  #outgoing: Outgoing
  #stage: Stage | null = null
  #error: Error | null = null
  #isOver = false

  constructor(
    socket: Socket,
    peer: Peer,
    { tap, signal, onStage, openBeside }: ConnectionTools & { readonly openBeside: OpenBeside },
  ) {
    this.peer = peer
    this.openBeside = openBeside
    this.tap = tap
    this.#shown = createShownLines(tap)
    this.#incoming = createIncoming(() => this.#socket.read(), this.#shown)
    this.signal = signal
    this.localAddress = socket.localAddress ?? ''
    this.localPort = socket.localPort ?? 0
    this.#onStage = onStage
    this.#raw = socket
    this.#socket = socket
    this.#outgoing = createOutgoing(socket)
    this.#attach()
    signal.addEventListener('abort', this.#onAbort)
  }

  /** The stage from now on, told to whoever watches when it is a new one. */
  enter(stage: Stage): void {
    this.tap.stage = stage
    if (this.#stage !== stage) this.#onStage(stage)
    this.#stage = stage
  }

  /** Lines, and the octets behind them, of which the caller tells the tap. They leave with all that is written before anyone waits. */
  send(lines: readonly OutgoingLine[], behind: readonly Uint8Array[] = []): void {
    this.assertOpen()
    this.#outgoing.write([Buffer.from(lines.map(({ wire }) => `${wire}\r\n`).join('')), ...behind])
    for (const { stage, wire, shown } of lines) {
      this.tap.stage = stage
      this.tap.line('client', wire, 'crlf', shown === wire ? undefined : shown)
    }
  }

  /** Octets of a body, as they are; a promise where there is no room for more yet. The tap is told of them in sum, by the caller. */
  write(pieces: readonly Uint8Array[], seconds: number): Promise<void> | null {
    this.assertOpen()
    this.#outgoing.write(pieces)
    return this.drained(seconds)
  }

  /** Null when there is room for more, or a promise of it. */
  drained(seconds: number): Promise<void> | null {
    return this.#socket.writableNeedDrain ? this.#waitWhile(() => this.#socket.writableNeedDrain, seconds) : null
  }

  /** Null when all that was written is with the system, so that the memory it stood in may be used again; or a promise of it. */
  written(seconds: number): Promise<void> | null {
    this.#outgoing.flush()
    if (this.#socket.writableLength === 0) return null
    this.#socket.write('', this.#bell.ring) // Ends when all before it has.
    return this.#waitWhile(() => this.#socket.writableLength > 0, seconds)
  }

  get isOpen(): boolean {
    return !this.#isOver && !this.#socket.destroyed
  }

  /** Throws what ended the connection, if something did. */
  assertOpen(): void {
    if (!this.isOpen) throw lost(this, this.#error)
  }

  /** The next line if it is here already, secrets hidden. */
  takeLine(): ReadLine | null {
    const line = this.#incoming.take()
    if (line === 'too-long') throw tooLong(this)
    return line
  }

  /** The next line. `awaited`: what it should answer, for the error when it does not come in time. */
  async readLine(deadline: Deadline, awaited: string): Promise<ReadLine> {
    for (;;) {
      const line = this.takeLine()
      if (line !== null) return line
      const rest = this.#socket.readableEnded ? this.#incoming.takeRest() : null
      if (rest !== null) return rest
      this.assertOpen()
      await this.#wait(deadline, awaited)
    }
  }

  /** Whether octets are here that nobody has read yet. */
  hasInput(): boolean {
    return this.#incoming.pull() || this.#incoming.pending > 0
  }

  /** How what is here, and not read yet, begins. */
  peek(octets: number): Buffer {
    this.#incoming.pull()
    return this.#incoming.peek(octets)
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
    if (this.#tls?.getProtocol() !== 'TLSv1.3') return null
    return this.#tls.exportKeyingMaterial(length, label, Buffer.alloc(0))
  }

  /** Tells what the certificate is worth; whether that is enough is for the caller to say. */
  async startTls(wish: TlsWish, seconds: number): Promise<TlsOutcome> {
    // Loaded when it is needed and not before: it takes as long as all the rest of a session.
    const { handshake } = await import('./handshake.ts')
    this.assertOpen()
    this.#outgoing.flush()
    this.#detach()
    const began = performance.now()
    const result = await handshake(this.#socket, wish, { seconds, signal: this.signal })
    if ('kind' in result) throw handshakeFailed(this, { ...result, seconds })
    this.#socket = result.socket
    this.#tls = result.socket
    this.#outgoing = createOutgoing(result.socket)
    this.#attach()
    this.tap.isTls = true
    tellTls(this.tap, result.detail, performance.now() - began)
    return { detail: result.detail, problem: result.problem }
  }

  /** The socket itself, for whoever speaks on it from now on. */
  release(): Socket {
    this.#detach()
    this.signal.removeEventListener('abort', this.#onAbort)
    return this.#socket
  }

  /** An error of this place and stage. */
  failure(kind: FailureKind, message: string, { facts, ...rest }: FailureDetails = {}): SmtpError {
    return smtpError(kind, this.tap.stage, message, { ...rest, facts: { ...placeFacts(this.peer), ...facts } })
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

  /** What the server says meanwhile is taken in: one that cannot get rid of its replies stops listening (RFC 2920 §3.1). */
  async #waitWhile(isFull: () => boolean, seconds: number): Promise<void> {
    const deadline = deadlineIn(seconds)
    while (isFull()) {
      if (this.#incoming.pending < maxUnread && this.#incoming.pull()) continue
      await this.#wait(deadline, 'the data')
      this.assertOpen()
    }
  }

  async #wait({ at, seconds }: Deadline, awaited: string): Promise<void> {
    if (await this.#bell.wait(at - performance.now())) return
    throw timedOut(this, awaited, seconds)
  }
}
