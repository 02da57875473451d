// Waiting for a client: until there is an answer, the time is up, or the server stops.

/** Why a session cannot go on. */
export class WireOver extends Error {
  readonly kind: 'lost' | 'timed-out' | 'stopped' | 'handshake-failed'

  constructor(kind: WireOver['kind'], message: string) {
    super(message)
    this.name = 'WireOver'
    this.kind = kind
  }
}

/** An attempt got further and wants to be asked again at once. */
export const again = Symbol('again')

export type Waiting = {
  /** Something happened: the attempt is worth asking again. */
  wake(): void
  /** Asks `attempt` again after each {@link wake} until it has an answer; undefined is none. */
  until<T>(time: number, attempt: () => T | typeof again | undefined): Promise<T>
}

export function createWaiting(signal: AbortSignal): Waiting {
  let onWake: () => void = () => {}

  const nextWake = (time: number): Promise<void> =>
    new Promise((resolve, reject) => {
      const wake = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', wake)
        resolve()
      }
      const timer = setTimeout(() => {
        signal.removeEventListener('abort', wake)
        reject(new WireOver('timed-out', 'The client was silent for too long.'))
      }, time)
      signal.addEventListener('abort', wake)
      onWake = wake
    })

  return {
    wake: () => onWake(),
    async until(time, attempt) {
      const deadline = performance.now() + time
      for (;;) {
        const answer = attempt()
        if (answer === again) continue
        if (answer !== undefined) return answer
        if (signal.aborted) throw new WireOver('stopped', 'The server was stopped.')
        await nextWake(Math.max(0, deadline - performance.now()))
      }
    },
  }
}
