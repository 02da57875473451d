// The octets of a file, read ahead by one piece, in the same memory from beginning to end.
import { open } from 'node:fs/promises'

/** Large enough that a big file costs few calls. */
const pieceSize = 256 * 1024

/** Each piece holds until the next one is asked for. */
export async function* fileOctets(path: string): AsyncGenerator<Uint8Array, void, void> {
  const file = await open(path)
  let free = Buffer.allocUnsafeSlow(pieceSize)
  let reading = file.read(Buffer.allocUnsafeSlow(pieceSize))
  try {
    for (;;) {
      const { bytesRead, buffer } = await reading
      if (bytesRead === 0) return
      reading = file.read(free)
      free = buffer
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    // Whoever leaves early has a piece on its way, and does not care what becomes of it.
    await reading.catch(() => null)
    await file.close()
  }
}
