// Where the run is, shared between the thread that runs and the one that watches: it can be read while the other is busy.

export type Progress = {
  /** Inputs that are done. */
  done(): number
  set(done: number): void
}

export const progressMemory = (): SharedArrayBuffer => new SharedArrayBuffer(4)

export function progressIn(memory: SharedArrayBuffer): Progress {
  const cells = new Int32Array(memory)
  return { done: () => Atomics.load(cells, 0), set: (done) => void Atomics.store(cells, 0, done) }
}
