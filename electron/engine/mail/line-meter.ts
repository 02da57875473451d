// Measures the lines of a mail as its bytes come, and remembers the longest of those that are longer than a line may be.
import { longestLine } from './composed-mail.ts'

export type LineMeter = {
  add(octets: Buffer): void
  /** Octets of the longest line without its CRLF; 0 where none is too long. */
  overlong(): number
}

export function createLineMeter(): LineMeter {
  /** Octets of the last line so far, from chunks before. */
  let open = 0
  let longest = 0
  return {
    add(octets) {
      let start = -open
      for (let end = nextEnd(octets, start); end !== -1; end = nextEnd(octets, start)) {
        if (end - start > farthestEnd) longest = Math.max(longest, end - start - 1)
        start = end + 1
      }
      open = octets.length - start
    },
    overlong: () => Math.max(longest, open > longestLine ? open : 0),
  }
}

/** How long the longest line of these octets is, where it is too long; else 0. */
export function overlongLine(octets: Buffer): number {
  const meter = createLineMeter()
  meter.add(octets)
  return meter.overlong()
}

const lf = 0x0a
/** From the start of a line that is just not too long to its LF. */
const farthestEnd = longestLine + 1

/** The last line end that a line of the right length can have here, with any number of lines before it; else the next one. */
function nextEnd(octets: Buffer, start: number): number {
  const reach = start + farthestEnd
  const end = reach < 0 ? -1 : octets.lastIndexOf(lf, reach)
  return end >= Math.max(start, 0) ? end : octets.indexOf(lf, Math.max(start, 0))
}
