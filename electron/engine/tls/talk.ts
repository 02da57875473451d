// One connection of the scan: hellos out, the server's answer in, every wait ended by its deadline or by Stop. It keeps no secret
// and completes nothing; the socket is closed when enough is known.
import type { Socket } from 'node:net'
import { createBell } from '../net/bell.ts'
import { errorCode } from '../net/index.ts'
import { smtpError } from '../smtp-error.ts'
import { keyExchangeForm } from './registry/key-exchange-form.ts'
import { createFlightReader, type Flight, type FlightEnd, type FlightReader } from './wire/flight.ts'

export type AnswerEnd =
  | FlightEnd
  /** What was wanted is there. */
  | { readonly kind: 'enough' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'broken'; readonly code: string }
  | { readonly kind: 'silent'; readonly seconds: number }

export type Answer = { readonly flight: Flight; readonly end: AnswerEnd; readonly received: number }

export type Talk = {
  /** Each piece leaves in a segment of its own. */
  say(pieces: readonly Buffer[], isEnough: (flight: Flight) => boolean): Promise<Answer>
  /** Says goodbye and resolves once the server has too, or was too slow at it. */
  leave(): Promise<void>
}

export type TalkLimits = { readonly seconds: number; readonly signal: AbortSignal }

/** A server that counts its connections should see this one end before the next begins, but nobody waits long for it. */
const leaveSeconds = 0.3
/** Between two segments, so that they are not joined on the way; longer than a write takes, shorter than anyone notices. */
const segmentPause = 30

export function createTalk(socket: Socket, { seconds, signal }: TalkLimits): Talk {
  const bell = createBell()
  const chunks: Buffer[] = []
  let end: AnswerEnd | null = null
  const finish = (reason: AnswerEnd) => {
    end ??= reason
    bell.ring()
  }
  const stop = () => {
    socket.destroy()
    bell.ring()
  }
  socket
    .on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      bell.ring()
    })
    .on('error', (error) => finish({ kind: 'broken', code: errorCode(error) }))
    .on('end', () => finish({ kind: 'closed' }))
    .on('close', () => finish({ kind: 'closed' }))
    .resume()
  signal.addEventListener('abort', stop)

  const read = async (reader: FlightReader, isEnough: (flight: Flight) => boolean): Promise<AnswerEnd> => {
    const deadline = performance.now() + seconds * 1000
    for (;;) {
      for (const chunk of chunks.splice(0)) reader.push(chunk)
      if (isEnough(reader.flight)) return { kind: 'enough' }
      if (reader.end !== null) return reader.end
      if (signal.aborted) throw stopped()
      if (end !== null) return end
      if (!(await bell.wait(deadline - performance.now()))) return { kind: 'silent', seconds }
    }
  }

  return {
    async say(pieces, isEnough) {
      for (const [index, piece] of pieces.entries()) {
        if (index > 0) await bell.wait(segmentPause)
        if (!socket.destroyed) socket.write(piece)
      }
      const reader = createFlightReader(keyExchangeForm)
      const reason = await read(reader, isEnough)
      return { flight: reader.flight, end: reason, received: reader.received }
    },
    async leave() {
      if (!socket.destroyed) socket.end()
      const deadline = performance.now() + leaveSeconds * 1000
      while (!socket.destroyed && !signal.aborted && (await bell.wait(deadline - performance.now()))) chunks.length = 0
      signal.removeEventListener('abort', stop)
      socket.destroy()
    },
  }
}

const stopped = () => smtpError('stopped', 'tls', 'The TLS scan was stopped.')
