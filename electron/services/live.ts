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
