// A bell that wakes whoever waits for something to happen; the waiting code looks for itself what has changed. Many rings count as one,
// and one that nobody hears is kept for the next who waits.

export type Bell = {
  ring(): void
  /** Whether it rang before so many milliseconds were over, or before the signal was aborted. */
  wait(limit: number | AbortSignal): Promise<boolean>
}

export function createBell(): Bell {
  const waiting = new Set<() => void>()
  let isRung = false
  return {
    ring() {
      isRung = waiting.size === 0
      for (const wake of [...waiting]) wake()
    },
    wait(limit) {
      if (isRung) {
        isRung = false
        return Promise.resolve(true)
      }
      return new Promise((resolve) => {
        const end = (rang: boolean) => {
          forget()
          waiting.delete(wake)
          resolve(rang)
        }
        const wake = () => end(true)
        const forget = atLimit(limit, () => end(false))
        waiting.add(wake)
      })
    },
  }
}

/** Gives back how to call it off. */
function atLimit(limit: number | AbortSignal, isOver: () => void): () => void {
  if (typeof limit === 'number') {
    const timer = setTimeout(isOver, Math.min(Math.max(limit, 0), longestTimer))
    return () => clearTimeout(timer)
  }
  if (limit.aborted) queueMicrotask(isOver)
  else limit.addEventListener('abort', isOver)
  return () => limit.removeEventListener('abort', isOver)
}

/** What setTimeout can hold; more would fire at once. */
const longestTimer = 2 ** 31 - 1
