// Walks through a mail line by line (RFC 2046 §5.1) and tells what each line is. Nothing is kept but the way down to the part
// that is being read.
import { type Head, hasField, parseHead } from './head.ts'
import { Obstacle } from './obstacle.ts'

/** The mail itself, a part, or a mail inside it, numbered in their order. */
export type Part = {
  readonly index: number
  readonly kind: 'leaf' | 'multipart' | 'message'
  readonly head: Head
  /** What makes its head, and what makes its octets unchangeable: `multipart/signed`, `dkim-signature`. */
  readonly headSeal: string | null
  readonly seal: string | null
}

export type Event =
  | { readonly kind: 'head'; readonly part: Part }
  /** Octets of a leaf, without the line end behind them; `isNext`: a line end stands before them. */
  | { readonly kind: 'body'; readonly part: Part; readonly isNext: boolean; readonly octets: Buffer }
  | { readonly kind: 'leave'; readonly part: Part }
  /** Between, before and behind the parts; as it stands. */
  | { readonly kind: 'filler'; readonly octets: Buffer }

export type Walker = {
  /** A line with its line end, or a piece of one. */
  line(octets: Buffer): Event[]
  end(): Event[]
}

/** Limits of what is read as a mail; nobody writes such ones. */
const deepest = 100
const mostParts = 10_000
const longestHead = 1024 * 1024

/** `depth`: of the mails around it. */
type Level = { readonly boundary: string; readonly part: Part; readonly depth: number }
type Place =
  | { readonly kind: 'head'; readonly lines: Buffer[]; readonly usualType: string; readonly seal: string | null }
  | { readonly kind: 'leaf'; readonly part: Part }
  | { readonly kind: 'filler' }

export function createWalker(): Walker {
  let place: Place = { kind: 'head', lines: [], usualType: 'text/plain', seal: null }
  let levels: Level[] = []
  let count = 0
  let headSize = 0
  let depth = 0
  let isLineStart = true
  /** A line end that belongs to what follows it: to the next line of the body, or to a delimiter (RFC 2046 §5.1.1). */
  let isEndHeld = false

  const beginHead = (usualType: string, seal: string | null): void => {
    place = { kind: 'head', lines: [], usualType, seal }
    headSize = 0
  }

  const endHead = (): Event[] => {
    if (place.kind !== 'head') return []
    const part = partOf(parseHead(place.lines, place.usualType), place.seal, count)
    count += 1
    if (count > mostParts) throw new Obstacle('it has too many parts')
    if (part.kind === 'message') {
      depth += 1
      beginHead('text/plain', part.seal)
    } else if (part.kind === 'multipart') {
      const { boundary } = part.head
      if (boundary === null || boundary === '') throw new Obstacle('a multipart has no boundary')
      levels.push({ boundary, part, depth })
      place = { kind: 'filler' }
    } else place = { kind: 'leaf', part }
    if (depth + levels.length > deepest) throw new Obstacle('its parts are nested too deeply')
    return [{ kind: 'head', part }]
  }

  const leave = (): Event[] => [
    ...endHead(),
    ...(place.kind === 'leaf' ? [{ kind: 'leave', part: place.part } as const] : []),
  ]

  /** The innermost level whose boundary this is; an outer one ends all inside it. */
  const delimiterAt = (octets: Buffer): { readonly level: number; readonly isLast: boolean } | null => {
    if (!isLineStart || octets[0] !== 0x2d || octets[1] !== 0x2d || !octets.subarray(-2).equals(lineEnd)) return null
    const text = octets.toString('latin1').trimEnd()
    for (let level = levels.length - 1; level >= 0; level -= 1) {
      const mark = `--${levels[level]?.boundary}`
      if (text === mark || text === `${mark}--`) return { level, isLast: text !== mark }
    }
    return null
  }

  const delimit = (octets: Buffer, level: number, isLast: boolean): Event[] => {
    const left = leave()
    const filler = { kind: 'filler', octets: isEndHeld ? Buffer.concat([lineEnd, octets]) : octets } as const
    isEndHeld = false
    const { part, depth: outer } = levels[level] ?? {}
    levels = levels.slice(0, isLast ? level : level + 1)
    depth = outer ?? 0
    if (isLast || part === undefined) place = { kind: 'filler' }
    else beginHead(part.head.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain', part.seal)
    return [...left, filler]
  }

  const bodyLine = (part: Part, octets: Buffer): Event[] => {
    const hasEnd = octets.subarray(-2).equals(lineEnd)
    const event = { kind: 'body', part, isNext: isEndHeld, octets: hasEnd ? octets.subarray(0, -2) : octets } as const
    isEndHeld = hasEnd
    return [event]
  }

  const headLine = (lines: Buffer[], octets: Buffer): Event[] => {
    if (!octets.subarray(-2).equals(lineEnd)) throw new Obstacle('a line of a header is none')
    headSize += octets.length
    if (headSize > longestHead) throw new Obstacle('a header is too long')
    lines.push(octets)
    return octets.length === lineEnd.length ? endHead() : []
  }

  return {
    line(octets) {
      const delimiter = delimiterAt(octets)
      isLineStart = octets.subarray(-2).equals(lineEnd)
      if (delimiter !== null) return delimit(octets, delimiter.level, delimiter.isLast)
      if (place.kind === 'head') return headLine(place.lines, octets)
      return place.kind === 'leaf' ? bodyLine(place.part, octets) : [{ kind: 'filler', octets }]
    },
    end() {
      const { kind } = place
      const last: Event[] =
        place.kind === 'leaf' && isEndHeld
          ? [{ kind: 'body', part: place.part, isNext: true, octets: Buffer.alloc(0) }]
          : []
      return kind === 'head' ? endHead() : [...last, ...leave()]
    },
  }
}

const lineEnd = Buffer.from('\r\n')

/** A signature of the mail that stands in its own head. */
const signatures = /^(dkim-signature|arc-message-signature|domainkey-signature)$/
const sealing = /^(multipart\/(signed|encrypted)|application\/(x-)?pkcs7-mime)$/
/** RFC 2045 §6.1: octets as they are. */
export const isIdentity = (encoding: string): boolean => /^(7bit|8bit|binary)$/.test(encoding)

function partOf(head: Head, seal: string | null, index: number): Part {
  const headSeal = seal ?? hasField(head, signatures)
  return { index, kind: kindOf(head), head, headSeal, seal: headSeal ?? (sealing.test(head.type) ? head.type : null) }
}

/** RFC 2045 §6.4: what holds parts is never encoded as a whole; what is, is no more to us than its octets. */
function kindOf({ type, encoding }: Head): Part['kind'] {
  if (!isIdentity(encoding)) return 'leaf'
  if (type.startsWith('multipart/')) return 'multipart'
  return type === 'message/rfc822' ? 'message' : 'leaf'
}
