// A bell that wakes whoever waits for a socket: readable, drained, ended, failed or aborted all ring it alike,
// and the waiting code looks for itself what has changed.

export type Bell = {
  ring(): void
  /** Whether it rang within these milliseconds. */
  wait(milliseconds: number): Promise<boolean>
}

export function createBell(): Bell {
  const waiting = new Set<() => void>()
  return {
    ring() {
      for (const wake of [...waiting]) wake()
    },
    wait: (milliseconds) =>
      new Promise((resolve) => {
        const end = (rang: boolean) => {
          clearTimeout(timer)
          waiting.delete(wake)
          resolve(rang)
        }
        const wake = () => end(true)
        const timer = setTimeout(end, Math.min(Math.max(milliseconds, 0), longestTimer), false)
        waiting.add(wake)
      }),
  }
}

/** What setTimeout can hold; more would fire at once. */
const longestTimer = 2 ** 31 - 1
