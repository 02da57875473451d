// Finds the end of a mail as a careless server does: bare line ends around the dot count too, so that a second, forged mail
// can hide in the first (SMTP smuggling). Otherwise as undot.ts.
import { createUndotter, type Undotted } from './undot.ts'

const anyEnd = /(?:\r\n\0?|\r|\n)\.(?:\r\n|\r|\n)/
/** What could go on as an end. A CR behind CR LF dot waits for its LF. */
const beginning = /(?:\r\n?\0?|\n)\.?$|\r\n\0?\.\r$/
const trueEnd = Buffer.from('\r\n.\r\n')

export function createAnyEndUndotter(): (chunk: Buffer) => Undotted {
  const undot = createUndotter()
  let held: Buffer = Buffer.alloc(0)

  return (chunk) => {
    const data = Buffer.concat([held, chunk])
    const text = data.toString('latin1')
    const goesOn = beginning.exec(text)?.index ?? data.length
    const found = anyEnd.exec(text)
    if (found === null || found.index >= goesOn) return upTo(goesOn)
    const { content } = undot(Buffer.concat([data.subarray(0, found.index), trueEnd]))
    return { content, rest: data.subarray(found.index + found[0].length) }

    function upTo(end: number): Undotted {
      held = data.subarray(end)
      const { content, rest } = undot(data.subarray(0, end))
      return { content, rest: rest === null ? null : Buffer.concat([rest, held]) }
    }
  }
}
