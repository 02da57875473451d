// One TCP connection out of several addresses, IPv6 and IPv4 raced as Happy Eyeballs asks (RFC 8305 §5).
import { connect, type Socket } from 'node:net'
import { ipFamily } from '#shared/address/index.ts'
import { allFailed, noneOfItsFamily, stopped, timedOut } from './dial-failures.ts'
import { errorCode } from './system-errors.ts'
import type { Tap } from './tap.ts'

export type DialAddress = { readonly address: string; readonly family: 4 | 6 }
export type DialTarget = {
  readonly host: string
  readonly port: number
  readonly addresses: readonly DialAddress[]
  /** An address of this computer to go out from: addresses of another family are left out then. */
  readonly localAddress?: string | null
  /** Whether it is a proxy, which connects further. */
  readonly isProxy?: boolean
}
export type DialTools = { readonly tap: Tap; readonly signal: AbortSignal; readonly seconds: number }
export type Dialled = DialAddress & { readonly socket: Socket }

/** Every attempt becomes an event of the tap. Throws when none of the addresses answers. */
export function dial(target: DialTarget, tools: DialTools): Promise<Dialled> {
  const { promise, resolve, reject } = Promise.withResolvers<Dialled>()
  const queue = interleave(reachable(target, tools.tap))
  const running = new Set<Attempt>()
  const errors: unknown[] = []
  let stagger: NodeJS.Timeout | undefined

  const next = () => {
    clearTimeout(stagger)
    const address = queue.shift()
    if (address === undefined) return running.size === 0 ? finish(() => reject(failed())) : undefined
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

  const failed = () => (errors.length === 0 ? noneOfItsFamily(target) : allFailed(target, errors))
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

function createAttempt({ address, family }: DialAddress, target: DialTarget, tap: Tap): Attempt {
  const { host, port, localAddress = null, isProxy = false } = target
  const began = performance.now()
  const from = localAddress === null ? {} : { localAddress }
  const socket = connect({ host: address, port, family, noDelay: true, autoSelectFamily: false, ...from })
  const attempt: Attempt = {
    socket,
    tell(outcome, error) {
      const ms = Math.round((performance.now() - began) * 1000) / 1000
      const code = errorCode(error)
      const facts = {
        ...{ host, address, family, port, ms, outcome, ...from },
        ...(code === '' ? {} : { code }),
        ...(isProxy ? { isProxy } : {}),
      }
      tap.event('connect', attemptSentence(facts), facts)
    },
    abandon() {
      attempt.tell('abandoned')
      socket.destroy()
    },
  }
  return attempt
}

type AttemptFacts = DialAddress & {
  readonly port: number
  readonly ms: number
  readonly outcome: string
  readonly code?: string
  readonly localAddress?: string
  readonly isProxy?: boolean
}

function attemptSentence({ address, family, port, ms, outcome, code, localAddress, isProxy }: AttemptFacts): string {
  const from = localAddress === undefined ? '' : ` from ${localAddress}`
  const where = `${isProxy ? 'the proxy ' : ''}${address} port ${port} (IPv${family})${from}`
  const after = `after ${Math.round(ms)} ms`
  if (outcome === 'connected') return `Connected to ${where} ${after}.`
  return outcome === 'failed' ? `No connection to ${where}: ${code} ${after}.` : `Gave up ${where} ${after}.`
}

/** From an address of one family there is no way to one of the other. */
function reachable({ host, addresses, localAddress = null }: DialTarget, tap: Tap): readonly DialAddress[] {
  if (localAddress === null) return addresses
  const family = ipFamily(localAddress)
  const others = addresses.filter((one) => one.family !== family).map(({ address }) => address)
  if (others.length > 0)
    tap.event('note', `Not from ${localAddress}: ${others.join(', ')}, of another family.`, { host, localAddress })
  return addresses.filter((one) => one.family === family)
}

/** RFC 8305 §4: families take turns, beginning with IPv6. */
function interleave(addresses: readonly DialAddress[]): DialAddress[] {
  const six = addresses.filter(({ family }) => family === 6)
  const four = addresses.filter(({ family }) => family === 4)
  return Array.from({ length: Math.max(six.length, four.length) }).flatMap((_, index) =>
    [six[index], four[index]].filter((address) => address !== undefined),
  )
}
