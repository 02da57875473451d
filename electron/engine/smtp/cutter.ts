// Cuts a mail into stretches of an exact length. A mail that has not the octets it was said to have is never passed off as whole.
import type { ComposedMail, Room } from '../mail/composed-mail.ts'
import { type SmtpError, smtpError } from '../smtp-error.ts'

export type Cutter = {
  /** The next octets, in pieces. The last piece of the last stretch is held back until nothing comes behind it. */
  take(octets: number, isLast: boolean): AsyncGenerator<Buffer>
  close(): Promise<void>
}

/** `room`: used where each piece is written before the next is taken. */
export function createCutter({ open, size }: Pick<ComposedMail, 'open' | 'size'>, room?: Room): Cutter {
  const source = open(room)[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)

  const fill = async (): Promise<boolean> => {
    while (rest.length === 0) {
      const next = await source.next()
      if (next.done === true) return false
      rest = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength)
    }
    return true
  }
  return {
    async *take(octets, isLast) {
      let left = octets
      while (left > 0) {
        if (!(await fill())) throw changed(size)
        const piece = rest.subarray(0, left)
        rest = rest.subarray(piece.length)
        left -= piece.length
        if (left === 0 && isLast && (await fill())) throw changed(size)
        yield piece
      }
    },
    async close() {
      await source.return?.()
    },
  }
}

function changed(size: number): SmtpError {
  const reason = `it was said to have ${size} octets, and has others now`
  return smtpError('raw-mail-invalid', 'data', `The mail changed while it was sent: ${reason}.`, { facts: { reason } })
}
