// What is written before the program turns to something else leaves in one write: a body, its dot, and the commands behind it.
import type { Socket } from 'node:net'

export type Outgoing = {
  write(pieces: readonly Uint8Array[]): void
  /** Writes now what is still held. */
  flush(): void
}

export function createOutgoing(socket: Socket): Outgoing {
  let held: Uint8Array[] = []
  let size = 0

  const flush = () => {
    if (held.length === 0) return
    const pieces = held
    held = []
    // One small write costs less than a list of smaller ones; large octets are not worth the copy.
    if (size <= maxHeld) socket.write(pieces.length === 1 ? (pieces[0] ?? '') : Buffer.concat(pieces, size))
    else writeAll(socket, pieces)
    size = 0
  }
  return {
    write(added) {
      if (added.length === 0) return
      if (held.length === 0) process.nextTick(flush)
      for (const octets of added) {
        held.push(octets)
        size += octets.length
      }
      if (size > maxHeld) flush()
    },
    flush,
  }
}

/** Octets that wait for more. What is below is copied into one piece; what is above is on its way while more is made. */
const maxHeld = 16 * 1024

function writeAll(socket: Socket, pieces: readonly Uint8Array[]): void {
  socket.cork()
  for (const piece of pieces) socket.write(piece)
  socket.uncork()
}
