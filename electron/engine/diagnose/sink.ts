// Where the mails of a diagnosis arrive again: a server of ours hears them, and the probe that sent one takes it by its token.

export type Sink = {
  /** The mail that has the token, as it stood on the wire, the stuffed dots and the final one too; null when time is up. */
  take(token: string, seconds: number, signal: AbortSignal): Promise<Buffer | null>
}

export type HearingSink = Sink & {
  /** For the server: each mail that arrives. What is not of a diagnosis is passed over. */
  hear(octets: Buffer): void
}

/** By which its mails are known, with a random token behind it. */
export const tokenBegin = 'heloise-probe-'
const token = new RegExp(`${tokenBegin}[0-9a-f]{16}`)

/** Mails that nobody took; a diagnosis sends no more. */
const most = 32

export function createSink(): HearingSink {
  const heard = new Map<string, Buffer>()
  const waiting = new Map<string, (octets: Buffer) => void>()
  return {
    hear(octets) {
      const found = token.exec(octets.toString('latin1'))?.[0]
      if (found === undefined) return
      const taker = waiting.get(found)
      if (taker !== undefined) return taker(octets)
      heard.set(found, octets)
      for (const oldest of [...heard.keys()].slice(0, -most)) heard.delete(oldest)
    },
    take(wanted, seconds, signal) {
      const here = heard.get(wanted)
      heard.delete(wanted)
      if (here !== undefined || signal.aborted) return Promise.resolve(here ?? null)
      return new Promise((resolve) => {
        const end = (octets: Buffer | null) => {
          clearTimeout(timer)
          signal.removeEventListener('abort', giveUp)
          waiting.delete(wanted)
          resolve(octets)
        }
        const giveUp = () => end(null)
        const timer = setTimeout(giveUp, seconds * 1000)
        signal.addEventListener('abort', giveUp)
        waiting.set(wanted, end)
      })
    },
  }
}
