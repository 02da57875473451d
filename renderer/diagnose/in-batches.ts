// Events that come faster than a screen shows them: those of a moment are taken together.

export type Batches<Event> = { add(event: Event): void; flush(): void }

/** Milliseconds between two drawings: short enough to look live. */
const moment = 50

export function inBatches<Event>(take: (events: readonly Event[]) => void): Batches<Event> {
  let waiting: Event[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = () => {
    clearTimeout(timer)
    timer = undefined
    const events = waiting
    waiting = []
    if (events.length > 0) take(events)
  }
  return {
    add(event) {
      waiting.push(event)
      timer ??= setTimeout(flush, moment)
    },
    flush,
  }
}
