// The way to one host: one connection after the other, not too many a minute, and slower when the host says so.
import { isLoopbackHost } from '#shared/values/ports.ts'
import type { Reply } from '#shared/values/reply.ts'
import { SmtpError, smtpError } from '../smtp-error.ts'
import { pause } from './pause.ts'

export type Gate = {
  /** Opens a connection when its time has come; a host that is busy is asked again after a while. */
  pass<T>(address: string, open: () => Promise<T>): Promise<T>
  /** Does something again after a while, where what came of it says that the host is busy. */
  whileBusy<T>(run: () => Promise<T>, isBusy: (outcome: T) => boolean): Promise<T>
  /** As many may be opened from now on, and no more: what was told before. Being asked again takes of them too. */
  allow(connections: number): void
  /** Connections that were opened, also those on which the host said no. */
  readonly opened: number
  /** Whether the host said that it had too many of us. */
  readonly wasThrottled: boolean
}

/** Milliseconds between connections to a host that is not this computer: at most sixty a minute. */
const interval = 1000
/** Milliseconds to wait after each time that a host says it is busy. */
const pauses = [5_000, 15_000, 60_000]

export type GateTools = { readonly signal: AbortSignal; readonly pauses?: readonly number[] }

export function createGate({ signal, pauses: own = pauses }: GateTools): Gate {
  const gate = { opened: 0, most: Number.POSITIVE_INFINITY, last: Number.NEGATIVE_INFINITY, ...unasked }
  const isSpent = () => gate.opened >= gate.most
  const attempt = async <T>(address: string, open: () => Promise<T>): Promise<T> => {
    if (isSpent()) throw spent(gate.wasThrottled)
    if (!isLoopbackHost(address)) await pause(gate.last + interval - performance.now(), signal)
    gate.last = performance.now()
    const opened = await open().catch((error: unknown) => {
      if (wasConnected(error)) gate.opened += 1
      throw error
    })
    gate.opened += 1
    gate.hasAnswered = true
    return opened
  }
  return {
    get opened() {
      return gate.opened
    },
    get wasThrottled() {
      return gate.wasThrottled
    },
    allow(connections) {
      gate.most = gate.opened + connections
    },
    async pass(address, open) {
      for (const wait of own) {
        try {
          return await attempt(address, open)
        } catch (error) {
          if (!isFailureOfBusy(error, gate.hasAnswered)) throw error
          gate.wasThrottled = true
          if (isSpent()) throw error
          await pause(wait, signal)
        }
      }
      return attempt(address, open)
    },
    async whileBusy(run, isBusy) {
      for (const wait of own) {
        const outcome = await run()
        if (!isBusy(outcome)) return outcome
        gate.wasThrottled = true
        if (isSpent()) return outcome
        await pause(wait, signal)
      }
      return run()
    },
  }
}

/** RFC 5321 §3.8: 421 is said at any time; others say in words that it is too much. */
const isBusyReply = ({ code, text }: Reply): boolean =>
  code === 421 || ((code === 450 || code === 554) && /too many/i.test(text))

/** Whether one of these answers says so. */
export const saysBusy = (answers: readonly { readonly reply: Reply | null }[]): boolean =>
  answers.some(({ reply }) => reply !== null && isBusyReply(reply))

const unasked = { hasAnswered: false, wasThrottled: false }

/** Only a probe that counts wrongly comes here without a host that was busy. */
const spent = (wasThrottled: boolean) =>
  smtpError(wasThrottled ? 'service-closing' : 'internal', 'connect', 'No more connections were told of than these.')

const wasConnected = (error: unknown): boolean =>
  error instanceof SmtpError && !['input', 'dns', 'connect'].includes(error.failure.stage)

/** A host that answered before and does not now has had enough of us for a while. */
function isFailureOfBusy(error: unknown, hasAnswered: boolean): boolean {
  if (!(error instanceof SmtpError)) return false
  const { kind, reply, stage } = error.failure
  if (reply !== null && isBusyReply(reply)) return true
  const isGone = kind === 'connection-refused' || (kind === 'connection-lost' && stage === 'greeting')
  return hasAnswered && isGone
}
