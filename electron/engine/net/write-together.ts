// What is written in one turn of the event loop leaves in one write.
import type { Socket } from 'node:net'

/** `onWritten` is told each piece that is with the system. */
export function writeTogether(socket: Socket, pieces: readonly Uint8Array[], onWritten: () => void): void {
  if (socket.writableCorked === 0) {
    process.nextTick(() => socket.uncork())
    socket.cork()
  }
  for (const piece of pieces) socket.write(piece, onWritten)
}
