// So many mails a second, evenly. It is asked for the time; nobody waits here.

export type Pace = {
  /** Milliseconds until the next mail may go; 0 when it may now. */
  wait(): number
  /** One goes. */
  take(): void
}

/** Timers are late by some milliseconds. So much is made up for, that the rate be met; more would be a burst. */
const slack = 20

/** `perSecond`: null for no limit. `now`: milliseconds of a clock that never goes back. */
export function createPace(perSecond: number | null, now: () => number = () => performance.now()): Pace {
  if (perSecond === null) return { wait: () => 0, take() {} }
  const interval = 1000 / perSecond
  let next = now()
  return {
    wait: () => Math.max(0, next - now()),
    take() {
      next = Math.max(next, now() - slack) + interval
    },
  }
}
