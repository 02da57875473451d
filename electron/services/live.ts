// Streams that a window watches. Ending one takes effect at once, also while it waits for something to happen.
import { toProblem } from './answer.ts'

/** `run` begins when the first value is asked for; its signal is aborted when the call is, or when the reader leaves. */
export function live<T>(
  outer: AbortSignal | undefined,
  run: (signal: AbortSignal) => AsyncGenerator<T, void, void>,
): AsyncGenerator<T, void, void> {
  const reader = new AbortController()
  const values = run(outer === undefined ? reader.signal : AbortSignal.any([outer, reader.signal]))
  const leave = async () => {
    reader.abort()
    return values.return()
  }
  return {
    next: () => values.next().catch((trouble) => Promise.reject(toProblem(trouble))),
    return: leave,
    throw(trouble) {
      reader.abort()
      return values.throw(trouble)
    },
    [Symbol.asyncIterator]() {
      return this
    },
    async [Symbol.asyncDispose]() {
      await leave()
    },
  }
}

/** The values of a source that knows nothing of us, until the signal is aborted. */
export async function* untilAborted<T>(source: AsyncIterable<T>, signal: AbortSignal): AsyncGenerator<T, void, void> {
  const values = source[Symbol.asyncIterator]()
  const end = aborted(signal)
  try {
    for (;;) {
      const next = await Promise.race([values.next(), end])
      if (next.done) return
      yield next.value
    }
  } finally {
    void values.return?.()
  }
}

/** A source that never says anything. */
export const silence: AsyncIterable<never> = {
  [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}) }),
}

function aborted(signal: AbortSignal): Promise<IteratorReturnResult<void>> {
  return new Promise((resolve) => {
    const end = () => resolve({ done: true, value: undefined })
    if (signal.aborted) end()
    else signal.addEventListener('abort', end, { once: true })
  })
}
