// Work that tells what happens, as a stream of what it told.
import { createBell } from '../net/index.ts'

/** What `run` throws comes after all that it told. Whoever leaves early waits for its end: it must heed a signal of its own. */
export async function* told<Event>(run: (tell: (event: Event) => void) => Promise<void>): AsyncGenerator<Event> {
  const bell = createBell()
  const waiting: Event[] = []
  let isOver = false
  const tell = (event: Event) => {
    waiting.push(event)
    bell.ring()
  }
  const work = run(tell).finally(() => {
    isOver = true
    bell.ring()
  })
  // Awaited below; until then its end must not count as unheard.
  const end = work.then(nothing, nothing)
  try {
    while (!isOver || waiting.length > 0) {
      yield* waiting.splice(0)
      // What was told while the last event was taken has rung already.
      if (!isOver && waiting.length === 0) await bell.wait(forEver)
    }
    await work
  } finally {
    await end
  }
}

const nothing = () => {}
const forEver = Number.POSITIVE_INFINITY
