// One TCP connection out of several addresses, IPv6 and IPv4 raced as Happy Eyeballs asks (RFC 8305 §5).
import { connect, type Socket } from 'node:net'
import type { FailureKind } from '#shared/values/failure.ts'
import { type SmtpError, smtpError } from '../smtp-error.ts'
import { errorCode, failureKindOf } from './system-errors.ts'
import type { Tap } from './tap.ts'

export type DialAddress = { readonly address: string; readonly family: 4 | 6 }
export type DialTarget = { readonly host: string; readonly port: number; readonly addresses: readonly DialAddress[] }
export type DialTools = { readonly tap: Tap; readonly signal: AbortSignal; readonly seconds: number }
export type Dialled = DialAddress & { readonly socket: Socket }

/** Every attempt becomes an event of the tap. Throws when none of the addresses answers. */
export function dial(target: DialTarget, tools: DialTools): Promise<Dialled> {
  const { promise, resolve, reject } = Promise.withResolvers<Dialled>()
  const queue = interleave(target.addresses)
  const running = new Set<Attempt>()
  const errors: unknown[] = []
  let stagger: NodeJS.Timeout | undefined

  const next = () => {
    clearTimeout(stagger)
    const address = queue.shift()
    if (address === undefined) return running.size === 0 ? finish(() => reject(allFailed(target, errors))) : undefined
    if (queue.length > 0) stagger = setTimeout(next, attemptDelay)
    start(address)
  }

  const start = (address: DialAddress) => {
    const attempt = createAttempt(address, target, tools.tap)
    running.add(attempt)
    attempt.socket.once('connect', () => {
      if (!running.delete(attempt)) return
      attempt.tell('connected')
      finish(() => resolve({ ...address, socket: attempt.socket }))
    })
    attempt.socket.on('error', (error) => {
      // Errors of a socket that is connected or given up are the business of whoever holds it.
      if (!running.delete(attempt)) return
      attempt.tell('failed', error)
      errors.push(error)
      next()
    })
  }

  const finish = (settle: () => void) => {
    clearTimeout(stagger)
    clearTimeout(limit)
    tools.signal.removeEventListener('abort', stop)
    for (const attempt of running) attempt.abandon()
    running.clear()
    queue.length = 0
    settle()
  }

  const stop = () => finish(() => reject(stopped(target)))
  const limit = setTimeout(() => finish(() => reject(timedOut(target, tools.seconds))), tools.seconds * 1000)
  tools.signal.addEventListener('abort', stop)
  if (tools.signal.aborted) stop()
  else next()
  return promise
}

/** RFC 8305 §5: how long an attempt stands alone before the next begins. */
const attemptDelay = 250

type Attempt = {
  readonly socket: Socket
  tell(outcome: 'connected' | 'failed' | 'abandoned', error?: Error): void
  abandon(): void
}

function createAttempt({ address, family }: DialAddress, { host, port }: DialTarget, tap: Tap): Attempt {
  const began = performance.now()
  const socket = connect({ host: address, port, family, noDelay: true, autoSelectFamily: false })
  const attempt: Attempt = {
    socket,
    tell(outcome, error) {
      const ms = Math.round((performance.now() - began) * 1000) / 1000
      const code = errorCode(error)
      const facts = { host, address, family, port, ms, outcome, ...(code === '' ? {} : { code }) }
      tap.event('connect', attemptSentence(facts), facts)
    },
    abandon() {
      attempt.tell('abandoned')
      socket.destroy()
    },
  }
  return attempt
}

type AttemptFacts = { address: string; family: 4 | 6; port: number; ms: number; outcome: string; code?: string }

function attemptSentence({ address, family, port, ms, outcome, code }: AttemptFacts): string {
  const where = `${address} port ${port} (IPv${family})`
  const after = `after ${Math.round(ms)} ms`
  if (outcome === 'connected') return `Connected to ${where} ${after}.`
  return outcome === 'failed' ? `No connection to ${where}: ${code} ${after}.` : `Gave up ${where} ${after}.`
}

/** RFC 8305 §4: families take turns, beginning with IPv6. */
function interleave(addresses: readonly DialAddress[]): DialAddress[] {
  const six = addresses.filter(({ family }) => family === 6)
  const four = addresses.filter(({ family }) => family === 4)
  return Array.from({ length: Math.max(six.length, four.length) }).flatMap((_, index) =>
    [six[index], four[index]].filter((address) => address !== undefined),
  )
}

/** What says most when attempts failed in different ways: an answer from the host counts more than no route to it. */
const tellingFirst: readonly FailureKind[] = ['connection-refused', 'connection-forbidden', 'connection-timed-out']

function allFailed(target: DialTarget, errors: readonly unknown[]): SmtpError {
  const kinds = errors.map(failureKindOf)
  const kind = tellingFirst.find((one) => kinds.includes(one)) ?? kinds[0] ?? 'host-unreachable'
  const cause = errors[kinds.indexOf(kind)]
  const reason = errorCode(cause)
  return smtpError(kind, 'connect', `No connection to ${place(target)}: ${reason}.`, {
    facts: { ...targetFacts(target), reason },
    cause,
  })
}

function timedOut(target: DialTarget, seconds: number): SmtpError {
  return smtpError('connection-timed-out', 'connect', `${place(target)} did not answer within ${seconds} seconds.`, {
    facts: { ...targetFacts(target), seconds: String(seconds) },
  })
}

const stopped = (target: DialTarget): SmtpError =>
  smtpError('stopped', 'connect', `Stopped while connecting to ${place(target)}.`, { facts: targetFacts(target) })

const place = ({ host, port, addresses }: DialTarget): string =>
  `${host} port ${port} (${addresses.map(({ address }) => address).join(', ')})`

const targetFacts = ({ host, port, addresses }: DialTarget) => ({
  host,
  port: String(port),
  ip: addresses.map(({ address }) => address).join(', '),
})
