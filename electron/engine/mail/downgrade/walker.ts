// Walks through a mail line by line (RFC 2046 §5.1) and tells what each line is. Nothing is kept but the way down to the part
// that is being read.
import { parseHead } from './head.ts'
import { Obstacle } from './obstacle.ts'
import { type Part, partOf } from './part.ts'

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

  const delimit = (octets: Buffer, { level, isLast }: Delimiter): Event[] => {
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
    const hasEnd = endsLine(octets)
    const event = { kind: 'body', part, isNext: isEndHeld, octets: hasEnd ? octets.subarray(0, -2) : octets } as const
    isEndHeld = hasEnd
    return [event]
  }

  const headLine = (lines: Buffer[], octets: Buffer): Event[] => {
    if (!endsLine(octets)) throw new Obstacle('a line of a header is none')
    headSize += octets.length
    if (headSize > longestHead) throw new Obstacle('a header is too long')
    lines.push(octets)
    return octets.length === lineEnd.length ? endHead() : []
  }

  return {
    line(octets) {
      const delimiter = isLineStart ? delimiterOf(octets, levels) : null
      isLineStart = endsLine(octets)
      if (delimiter !== null) return delimit(octets, delimiter)
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
const endsLine = (octets: Buffer): boolean => octets.subarray(-2).equals(lineEnd)

type Delimiter = { readonly level: number; readonly isLast: boolean }

/** Of the innermost level whose boundary this is; an outer one ends all that is inside it. */
function delimiterOf(octets: Buffer, levels: readonly Level[]): Delimiter | null {
  if (octets[0] !== hyphen || octets[1] !== hyphen || !endsLine(octets)) return null
  const text = octets.toString('latin1').trimEnd()
  const level = levels.findLastIndex(({ boundary }) => text === `--${boundary}` || text === `--${boundary}--`)
  return level === -1 ? null : { level, isLast: text !== `--${levels[level]?.boundary}` }
}

const hyphen = 0x2d
