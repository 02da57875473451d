// What a connection has received and nobody has read yet: octets from the socket, cut into lines, of which the tap is told as
// they are taken.
import { createLineSplitter, type Line } from './line-splitter.ts'
import type { ShownLines } from './shown-lines.ts'

/** `text`: the octets decoded. */
export type ReadLine = Line & { readonly text: string }

export type Incoming = {
  /** Takes in what the socket has; false where that is nothing. */
  pull(): boolean
  /** The next whole line if it is here, secrets hidden; `too-long` when one outgrew the limit. */
  take(): ReadLine | 'too-long' | null
  /** The half line that a peer ended with; null where there is none. */
  takeRest(): ReadLine | null
  /** Octets that are here and not taken. */
  readonly pending: number
  /** How they begin. */
  peek(octets: number): Buffer
}

/** `read`: what the socket has, or null. */
export function createIncoming(read: () => Buffer | null, shown: ShownLines): Incoming {
  const splitter = createLineSplitter()
  const pull = () => {
    const octets = read()
    if (octets !== null) splitter.push(octets)
    return octets !== null
  }
  return {
    pull,
    take() {
      do {
        const line = splitter.next()
        if (line !== null) return line === 'too-long' ? line : shown.record(line)
      } while (pull())
      return null
    },
    takeRest: () => (splitter.pending === 0 ? null : shown.record({ octets: splitter.takeRest(), ending: 'none' })),
    get pending() {
      return splitter.pending
    },
    peek: splitter.peek,
  }
}
