// Wakes one waiter when there is something to fetch. A ring while nobody waits is remembered, many count as one.
export type Bell = {
  ring(): void
  /** Resolves at the next ring, or when the signal is aborted. */
  wait(signal: AbortSignal): Promise<void>
}

export function createBell(): Bell {
  let isRung = false
  let wake = () => {}
  return {
    ring() {
      isRung = true
      wake()
    },
    async wait(signal) {
      if (!isRung && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
          signal.addEventListener('abort', wake, { once: true })
        })
        signal.removeEventListener('abort', wake)
      }
      isRung = false
    },
  }
}
