// A bell that wakes whoever waits for a socket: readable, drained, ended, failed or aborted all ring it alike,
// and the waiting code looks for itself what has changed.

export type Bell = {
  ring(): void
  /** Whether it rang before this moment of performance.now(). One waits at a time. */
  wait(until: number): Promise<boolean>
  /** Rings for the last time. */
  close(): void
}

export function createBell(): Bell {
  let wake: ((rang: boolean) => void) | null = null
  let deadline = 0
  /** Set once for many waits: nearly all of them end long before, and setting and clearing it each time is slow. */
  let alarm: NodeJS.Timeout | null = null
  let alarmAt = Number.POSITIVE_INFINITY

  const setAlarm = (at: number) => {
    clearTimeout(alarm ?? undefined)
    alarmAt = at
    alarm = setTimeout(onAlarm, Math.min(Math.max(at - performance.now(), 0), longestTimer))
    // What is waited for keeps the process up, or nothing does.
    alarm.unref()
  }

  const onAlarm = () => {
    alarmAt = Number.POSITIVE_INFINITY
    if (wake === null) return
    if (performance.now() < deadline) setAlarm(deadline)
    else end(false)
  }

  const end = (rang: boolean) => {
    const waiting = wake
    wake = null
    waiting?.(rang)
  }

  const ring = () => end(true)
  return {
    ring,
    wait(until) {
      deadline = until
      if (alarmAt > until) setAlarm(until)
      return new Promise((resolve) => {
        wake = resolve
      })
    },
    close() {
      clearTimeout(alarm ?? undefined)
      alarmAt = Number.POSITIVE_INFINITY
      ring()
    },
  }
}

/** What setTimeout can hold; more would fire at once. */
const longestTimer = 2 ** 31 - 1
